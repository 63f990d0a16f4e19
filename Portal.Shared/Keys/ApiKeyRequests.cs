using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Keys;

/// <summary>Lists the keys of the plans that one reaches, the newest first; never their values.</summary>
[Demands(Policies.ReadPlans)]
public sealed record ListApiKeys : IRequest<Page<ApiKeyRow>>
{
    /// <summary>Part of the name of the app, of its owner or of the plan, or the value's last four characters; null or empty finds all.</summary>
    public string? Search { get; init; }

    public ApiKeyState? State { get; init; }

    public Guid? PlanId { get; init; }

    public int Skip { get; init; }

    /// <summary>1 to 200.</summary>
    public int Take { get; init; } = 50;
}

public sealed class ListApiKeysValidator : AbstractValidator<ListApiKeys>
{
    public ListApiKeysValidator()
    {
        RuleFor(request => request.Search).MaximumLength(200).WithMessage("Search for at most 200 characters.");
        RuleFor(request => request.Skip).InclusiveBetween(0, 1_000_000).WithMessage("Skip 0 or more.");
        RuleFor(request => request.Take).InclusiveBetween(1, 200).WithMessage("Take 1 to 200 at once.");
    }
}

/// <summary>A key in the inventory.</summary>
public sealed record ApiKeyRow
{
    public required Guid Id { get; init; }

    public required string App { get; init; }

    /// <summary>The app owner's name.</summary>
    public required string Owner { get; init; }

    public required string OwnerEmail { get; init; }

    public required Guid PlanId { get; init; }

    public required string Plan { get; init; }

    public required ApiKeyState State { get; init; }

    /// <summary>The value's last four characters; null where there is no value yet.</summary>
    public required string? LastFour { get; init; }

    /// <summary>AWS's id of the key; null where it is not known.</summary>
    public required string? AwsId { get; init; }

    public required bool IsEnding { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it was revoked; null where nothing was said.</summary>
    public required string? Reason { get; init; }

    /// <summary>What API Gateway said when it last refused something about this key; null where it did not.</summary>
    public required string? Trouble { get; init; }
}

/// <summary>Finds out whose key a value is, of the plans that one reaches: one that was found in a log or a repository, say. The value is not kept.</summary>
[Demands(Policies.EditPlans)]
[Limited(60)]
public sealed record FindApiKey : IRequest<ApiKeyRow>
{
    public required string Value { get; init; }

    public override string ToString() => nameof(FindApiKey);
}

public sealed class FindApiKeyValidator : AbstractValidator<FindApiKey>
{
    public FindApiKeyValidator() => RuleFor(request => request.Value)
        .Must(value => !string.IsNullOrWhiteSpace(value)).WithMessage("Paste the key.")
        .MaximumLength(200).WithMessage("A key has at most 128 characters.");
}

/// <summary>Takes back a key of a plan that one reaches: API Gateway refuses it from then on, within minutes.</summary>
[Demands(Policies.RevokeKeys)]
public sealed record RevokeApiKey : IRequest<ApiKeyRow>, IConcerns
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The developer reads it.</summary>
    public required string Reason { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.ApiKey, Id);
}

public sealed class RevokeApiKeyValidator : AbstractValidator<RevokeApiKey>
{
    public RevokeApiKeyValidator() => RuleFor(request => request.Reason).IsReason();
}
