namespace Portal.Sandbox.ApiGatewayV2.Models;

/// <summary>The form of a message, as GetModel shows it.</summary>
internal sealed record Model
{
    public required string ModelId { get; init; }

    public required string Name { get; init; }

    public string? ContentType { get; init; }

    public string? Description { get; init; }

    public string? Schema { get; init; }
}

internal sealed record ModelTemplateText(string Value);
