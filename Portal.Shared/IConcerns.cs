namespace Portal.Shared;

/// <summary>Said by a request about a thing that belongs to a team or a person. The way in finds the owner and answers not-found to strangers before the handler runs.</summary>
public interface IConcerns
{
    Concern Concern { get; }
}

/// <summary>A thing by kind and id.</summary>
public readonly record struct Concern(ConcernKind Kind, Guid Id);

public enum ConcernKind
{
    Team,
    Api,
    Stage,
    UsagePlan,

    /// <summary>Of the team whose plan it is for.</summary>
    Subscription,

    /// <summary>Of the team whose plan it is for.</summary>
    ApiKey,

    /// <summary>Of one person, as all that follows.</summary>
    App,
    OwnSubscription,
    OwnApiKey,
    ChangeRun,
    DriftFinding,
}
