namespace Portal.Shared;

/// <summary>Said by a request about a thing that belongs to a team. The way in finds the owner and answers not-found to strangers before the handler runs.</summary>
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
    ChangeRun,
}
