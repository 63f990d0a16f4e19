namespace Portal.Shared.Catalog;

/// <summary>Shows the operations of a revision as a table.</summary>
/// <param name="ApiId">The API.</param>
/// <param name="Number">From 1; null is the latest.</param>
[Demands(Policies.ReadCatalog)]
public sealed record GetRoutes(Guid ApiId, int? Number) : IRequest<RoutesView>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

public sealed record RoutesView
{
    public required int Revision { get; init; }

    /// <summary>Of the document.</summary>
    public required string Title { get; init; }

    /// <summary>The API's own version, info.version.</summary>
    public required string DocumentVersion { get; init; }

    /// <summary>Null where there is none: then every route must name its own integration.</summary>
    public required DefaultIntegrationView? DefaultIntegration { get; init; }

    /// <summary>What is demanded where a route demands nothing of its own.</summary>
    public required Guard DefaultGuard { get; init; }

    /// <summary>The authorizers that may guard a route, by name.</summary>
    public required IReadOnlyList<string> Authorizers { get; init; }

    /// <summary>In the order of the document.</summary>
    public required IReadOnlyList<RouteView> Routes { get; init; }
}
