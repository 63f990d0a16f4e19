namespace Portal.Shared.Catalog;

/// <summary>Shows what API Gateway answers by itself in a revision: all 21 types, changed or not.</summary>
/// <param name="ApiId">The API.</param>
/// <param name="Number">From 1; null is the latest.</param>
[Demands(Policies.ReadCatalog)]
public sealed record GetGatewayResponses(Guid ApiId, int? Number) : IRequest<GatewayResponsesView>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

public sealed record GatewayResponsesView
{
    public required int Revision { get; init; }

    /// <summary>The two defaults first, then by name.</summary>
    public required IReadOnlyList<GatewayResponseView> Responses { get; init; }
}

/// <summary>What API Gateway answers by itself where a call does not reach the backend, or the backend does not answer.</summary>
public sealed record GatewayResponseView
{
    /// <summary>THROTTLED, DEFAULT_4XX, ...</summary>
    public required string Type { get; init; }

    /// <summary>Whether the document says something about it.</summary>
    public required bool IsChanged { get; init; }

    /// <summary>What it answers; null leaves it to the cause, or to the type's own.</summary>
    public required string? Status { get; init; }

    /// <summary>By the header's name: 'a text' in quotes, or where the value comes from.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>By content type. Variables are filled in, nothing is computed.</summary>
    public required IReadOnlyDictionary<string, string> Templates { get; init; }

    /// <summary>Its status while nobody changes it; null for the two that stand for others.</summary>
    public required string? OwnStatus { get; init; }

    /// <summary>What it answers while nobody changes it, as a caller sees it.</summary>
    public required string OwnBody { get; init; }

    /// <summary>From 1; null where the document says nothing of it.</summary>
    public required int? Line { get; init; }
}
