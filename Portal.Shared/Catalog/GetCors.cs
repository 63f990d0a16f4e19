namespace Portal.Shared.Catalog;

/// <summary>Shows which paths of a revision browsers may call from other sites.</summary>
/// <param name="ApiId">The API.</param>
/// <param name="Number">From 1; null is the latest.</param>
[Demands(Policies.ReadCatalog)]
public sealed record GetCors(Guid ApiId, int? Number) : IRequest<BrowsersView>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

public sealed record BrowsersView
{
    public required int Revision { get; init; }

    /// <summary>Whether API Gateway's own errors have the header.</summary>
    public required bool OnErrors { get; init; }

    /// <summary>What an HTTP API allows on all of its routes; null where the document says nothing of it.</summary>
    public required HttpCorsView? OfHttpApi { get; init; }

    /// <summary>In the order of the document.</summary>
    public required IReadOnlyList<BrowsersPath> Paths { get; init; }
}

/// <summary>A path, and what browsers may do there.</summary>
public sealed record BrowsersPath
{
    public required string Path { get; init; }

    /// <summary>How it answers a preflight; null where it does not.</summary>
    public required CorsView? Cors { get; init; }

    /// <summary>Whether its OPTIONS is an operation of its own, which answers by itself.</summary>
    public required bool HasOwnOptions { get; init; }

    /// <summary>Methods whose answers API Gateway gives the header.</summary>
    public required IReadOnlyList<string> Sends { get; init; }

    /// <summary>Methods among these whose answers no template makes: they can name one origin, and not the caller's of several.</summary>
    public required IReadOnlyList<string> NameOne { get; init; }

    /// <summary>Methods whose answers come from the backend, or from the default integration, as they are: the header must be in them.</summary>
    public required IReadOnlyList<string> Passes { get; init; }
}
