using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Keys;

/// <summary>Issues the key of a subscription that was approved, or a new one where the last has ended.</summary>
[Demands(Policies.OwnApps)]
[Limited(30)]
public sealed record IssueApiKey : IRequest<IssuedApiKey>, IConcerns
{
    [JsonIgnore]
    public Guid SubscriptionId { get; init; }

    /// <summary>1 to 3,650; null does not expire.</summary>
    public int? DaysValid { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.OwnSubscription, SubscriptionId);
}

public sealed class IssueApiKeyValidator : AbstractValidator<IssueApiKey>
{
    public IssueApiKeyValidator() => RuleFor(request => request.DaysValid).IsKeyLife();
}

/// <summary>A key that was just issued. Its value is in this answer and nowhere else, ever.</summary>
public sealed record IssuedApiKey
{
    public required ApiKeyView Key { get; init; }

    public required string Value { get; init; }

    public override string ToString() => $"{nameof(IssuedApiKey)} {{ {Key.Id} }}";
}

/// <summary>Puts a new key beside one that works. Both work until the overlap ends; then the old one is deleted.</summary>
[Demands(Policies.OwnApps)]
[Limited(30)]
public sealed record RotateApiKey : IRequest<IssuedApiKey>, IConcerns
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>0 to 720.</summary>
    public int OverlapHours { get; init; } = KeyRules.UsualOverlap;

    Concern IConcerns.Concern => new(ConcernKind.OwnApiKey, Id);
}

public sealed class RotateApiKeyValidator : AbstractValidator<RotateApiKey>
{
    public RotateApiKeyValidator() => RuleFor(request => request.OverlapHours).IsOverlap();
}

/// <summary>Takes back one of one's own keys: API Gateway refuses it from then on, within minutes.</summary>
[Demands(Policies.OwnApps)]
public sealed record RevokeOwnApiKey(Guid Id) : IRequest<ApiKeyView>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.OwnApiKey, Id);
}

/// <summary>Gives up a subscription, and revokes its keys.</summary>
[Demands(Policies.OwnApps)]
public sealed record EndSubscription(Guid Id) : IRequest<Nothing>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.OwnSubscription, Id);
}

/// <summary>Shows what one of one's own keys used of its plan in the last days.</summary>
[Demands(Policies.OwnApps)]
[Limited(60)]
public sealed record GetApiKeyUsage(Guid Id) : IRequest<ApiKeyUsage>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.OwnApiKey, Id);
}

public sealed record ApiKeyUsage
{
    /// <summary>Every day, the oldest first; the last is today, in UTC.</summary>
    public required IReadOnlyList<UsageDay> Days { get; init; }

    /// <summary>What is left in the current period of the quota; null where the plan has none.</summary>
    public required long? Remaining { get; init; }

    /// <summary>The plan's quota; null where it has none.</summary>
    public required Plans.Quota? Quota { get; init; }
}

/// <param name="Day">In UTC.</param>
/// <param name="Used">Requests that were let in.</param>
public sealed record UsageDay(DateOnly Day, long Used);
