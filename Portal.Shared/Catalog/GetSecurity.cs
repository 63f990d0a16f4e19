namespace Portal.Shared.Catalog;

/// <summary>Shows who guards a revision: its authorizers and other security schemes, and what its document demands of every call.</summary>
/// <param name="ApiId">The API.</param>
/// <param name="Number">From 1; null is the latest.</param>
[Demands(Policies.ReadCatalog)]
public sealed record GetSecurity(Guid ApiId, int? Number) : IRequest<GuardsView>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

public sealed record GuardsView
{
    public required int Revision { get; init; }

    /// <summary>What is demanded where a route demands nothing of its own.</summary>
    public required Guard Default { get; init; }

    /// <summary>Whether an API key is demanded besides.</summary>
    public required bool DefaultApiKey { get; init; }

    /// <summary>Where the key is looked for.</summary>
    public required ApiKeySource ApiKeySource { get; init; }

    /// <summary>The resource policy as JSON text; null where there is none.</summary>
    public required string? Policy { get; init; }

    /// <summary>In the order of the document.</summary>
    public required IReadOnlyList<SchemeView> Schemes { get; init; }
}

/// <summary>A security scheme of a document, by what it is to API Gateway.</summary>
public sealed record SchemeView
{
    public required string Name { get; init; }

    public required SchemeKind Kind { get; init; }

    /// <summary>As the document has it: apiKey, http, oauth2, openIdConnect.</summary>
    public required string Type { get; init; }

    /// <summary>Null where it is none, or one that API Gateway would refuse.</summary>
    public required Authorizer? Authorizer { get; init; }

    /// <summary>The routes that it guards, as "GET /pets".</summary>
    public required IReadOnlyList<string> Routes { get; init; }

    /// <summary>Whether the document demands it where a route demands nothing of its own.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>From 1; null where the place has no line of its own.</summary>
    public required int? Line { get; init; }
}

/// <summary>What a security scheme is to API Gateway.</summary>
public enum SchemeKind
{
    Authorizer,

    ApiKey,

    /// <summary>Calls are signed with AWS credentials.</summary>
    Iam,

    /// <summary>API Gateway does not know it.</summary>
    Unknown,
}
