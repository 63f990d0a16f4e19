namespace Portal.Shared.Catalog;

/// <summary>Shows what a revision checks of calls: its request validators, its models, and which route uses which.</summary>
/// <param name="ApiId">The API.</param>
/// <param name="Number">From 1; null is the latest.</param>
[Demands(Policies.ReadCatalog)]
public sealed record GetModels(Guid ApiId, int? Number) : IRequest<ModelsView>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

/// <summary>Shows the JSON schema of a model.</summary>
/// <param name="ApiId">The API.</param>
/// <param name="Name">As the document has it.</param>
/// <param name="Number">The revision, from 1; null is the latest.</param>
[Demands(Policies.ReadCatalog)]
public sealed record GetModel(Guid ApiId, string Name, int? Number) : IRequest<ModelText>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

/// <summary>A model with its schema.</summary>
public sealed record ModelText
{
    public required string Name { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Null where there is none. Models of WebSocket APIs may have another one than the schema.</summary>
    public required string? Description { get; init; }

    /// <summary>As JSON, whatever the document is written in.</summary>
    public required string Schema { get; init; }

    public required int? Line { get; init; }
}

public sealed record ModelsView
{
    public required int Revision { get; init; }

    /// <summary>What is checked where a route says nothing of its own; null is nothing.</summary>
    public required string? DefaultValidator { get; init; }

    /// <summary>In the order of the document.</summary>
    public required IReadOnlyList<ValidatorView> Validators { get; init; }

    /// <summary>In the order of the document.</summary>
    public required IReadOnlyList<ModelView> Models { get; init; }

    /// <summary>In the order of the document.</summary>
    public required IReadOnlyList<RouteModelsView> Routes { get; init; }
}

/// <summary>A request validator: what API Gateway checks of a call before it reaches the backend.</summary>
public sealed record ValidatorView
{
    public required string Name { get; init; }

    public required bool Body { get; init; }

    public required bool Parameters { get; init; }

    /// <summary>How many routes it counts for, by themselves or by default.</summary>
    public required int Routes { get; init; }

    /// <summary>From 1; null where the place has no line of its own.</summary>
    public required int? Line { get; init; }
}

/// <summary>A named schema.</summary>
public sealed record ModelView
{
    public required string Name { get; init; }

    /// <summary>Where it is referred to: "GET /pets", or another model's name.</summary>
    public required IReadOnlyList<string> UsedBy { get; init; }

    /// <summary>From 1; null where the place has no line of its own.</summary>
    public required int? Line { get; init; }
}

/// <summary>What is checked of a route, and which models its bodies have.</summary>
public sealed record RouteModelsView
{
    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>The validator that counts for it; null is none.</summary>
    public required string? Validator { get; init; }

    /// <summary>Whether that is the document's default.</summary>
    public required bool FollowsDefault { get; init; }

    public required IReadOnlyList<BodyModel> Request { get; init; }

    public required IReadOnlyList<AnswerModel> Answers { get; init; }
}

/// <summary>A body of a request.</summary>
public sealed record BodyModel
{
    public required string ContentType { get; init; }

    /// <summary>The model's name; null where the document describes it in place, or not at all.</summary>
    public required string? Model { get; init; }
}

/// <summary>A body of an answer.</summary>
public sealed record AnswerModel
{
    /// <summary>As the document has it: 200, 4XX, default.</summary>
    public required string Status { get; init; }

    public required string ContentType { get; init; }

    /// <summary>As for a request.</summary>
    public required string? Model { get; init; }
}
