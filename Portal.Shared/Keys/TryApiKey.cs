using System.Text.Json.Serialization;
using FluentValidation;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Shared.Keys;

/// <summary>Shows what one of one's own keys may call.</summary>
[Demands(Policies.OwnApps)]
public sealed record ListKeyStages(Guid Id) : IRequest<Page<KeyStage>>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.OwnApiKey, Id);
}

/// <summary>A stage that a key may call, with the operations of what runs there.</summary>
public sealed record KeyStage
{
    public required Guid StageId { get; init; }

    public required string Api { get; init; }

    public required string Stage { get; init; }

    /// <summary>A WebSocket API is spoken to (<see cref="TalkByApiKey"/>), others are called.</summary>
    public required Protocol Protocol { get; init; }

    /// <summary>As "GET /pets/{petId}", in the order of the document; of a WebSocket API what messages say to come to their routes.</summary>
    public required IReadOnlyList<string> Operations { get; init; }
}

/// <summary>Calls a stage with one of one's own keys. The portal reads the key's value from API Gateway for this call alone; it is in no answer.</summary>
[Demands(Policies.OwnApps)]
[Limited(30)]
public sealed record TryApiKey : IRequest<TryAnswer>, IConcerns
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>One that the key's plan opens.</summary>
    public required Guid StageId { get; init; }

    public required string Method { get; init; }

    /// <summary>Below the stage: /pets/7, percent-encoded where needed.</summary>
    public required string Path { get; init; }

    public IReadOnlyList<NamedValue> Query { get; init; } = [];

    /// <summary>All but x-api-key, which the portal sets.</summary>
    public IReadOnlyList<NamedValue> Headers { get; init; } = [];

    /// <summary>At most 1 MB.</summary>
    public string? Body { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.OwnApiKey, Id);

    /// <summary>The same call without a key.</summary>
    public TryStage ToCall() => new() { StageId = StageId, Method = Method, Path = Path, Query = Query, Headers = Headers, Body = Body };

    /// <summary>Without values, which may be secrets of the backend.</summary>
    public override string ToString() => $"{nameof(TryApiKey)} {{ {Method} {Path} }}";
}

public sealed class TryApiKeyValidator : AbstractValidator<TryApiKey>
{
    public TryApiKeyValidator()
    {
        RuleFor(request => request).Custom((request, context) => new TryStageValidator().Validate(request.ToCall()).Errors.ForEach(context.AddFailure));
        RuleForEach(request => request.Headers).IsNotTheKeys();
    }
}
