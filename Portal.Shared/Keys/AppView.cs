using Portal.Shared.Plans;

namespace Portal.Shared.Keys;

/// <summary>An app in its owner's list.</summary>
public sealed record AppRow
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>The plans that it subscribes to, or wants to.</summary>
    public required IReadOnlyList<string> Plans { get; init; }

    /// <summary>How many of its keys let calls in.</summary>
    public required int WorkingKeys { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>An app, with what its owner has of it.</summary>
public sealed record AppView
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<SubscriptionView> Subscriptions { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>For saving on top of what was read.</summary>
    public required int Version { get; init; }
}

public enum SubscriptionState
{
    /// <summary>It waits for somebody to approve it.</summary>
    Requested,

    /// <summary>Keys can be issued for it.</summary>
    Approved,

    /// <summary>Somebody said no, and why.</summary>
    Refused,

    /// <summary>It was given up, or its app or plan is gone.</summary>
    Ended,
}

/// <summary>An app's use of a usage plan, as the app's owner sees it.</summary>
public sealed record SubscriptionView
{
    public required Guid Id { get; init; }

    public required Guid PlanId { get; init; }

    public required string Plan { get; init; }

    public required Throttle? Throttle { get; init; }

    public required Quota? Quota { get; init; }

    /// <summary>The names of the APIs that its keys may call.</summary>
    public required IReadOnlyList<string> Apis { get; init; }

    public required SubscriptionState State { get; init; }

    /// <summary>Why it was refused or ended; null where nothing was said.</summary>
    public required string? Reason { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<ApiKeyView> Keys { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }
}

/// <summary>An API key, as its owner sees it; never its value.</summary>
public sealed record ApiKeyView
{
    public required Guid Id { get; init; }

    public required ApiKeyState State { get; init; }

    /// <summary>The value's last four characters; null where there is no value yet.</summary>
    public required string? LastFour { get; init; }

    /// <summary>Whether it is being revoked: API Gateway has not said yes yet.</summary>
    public required bool IsEnding { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? IssuedAt { get; init; }

    /// <summary>When its time is over: its own, or the end of the overlap with the key that replaces it; null where it does not expire.</summary>
    public required DateTimeOffset? ExpiresAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it was revoked; null where nothing was said.</summary>
    public required string? Reason { get; init; }
}
