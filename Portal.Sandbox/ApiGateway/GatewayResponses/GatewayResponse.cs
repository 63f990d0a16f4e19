using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.GatewayResponses;

/// <summary>What a caller gets when API Gateway itself answers.</summary>
internal sealed record GatewayResponse
{
    public required string ResponseType { get; init; }

    public string? StatusCode { get; init; }

    public required Map<string> ResponseParameters { get; init; }

    public required Map<string> ResponseTemplates { get; init; }

    public required bool DefaultResponse { get; init; }
}
