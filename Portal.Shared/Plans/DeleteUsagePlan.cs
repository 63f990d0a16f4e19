namespace Portal.Shared.Plans;

/// <summary>Deletes a usage plan: one that never was in AWS from the portal, at once; another by a change set that waits for approval.</summary>
/// <param name="Id">The plan.</param>
/// <param name="Version">As read.</param>
[Demands(Policies.EditPlans)]
public sealed record DeleteUsagePlan(Guid Id, int Version) : IRequest<DeletedUsagePlan>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.UsagePlan, Id);
}

public sealed record DeletedUsagePlan
{
    /// <summary>The run that waits for approval; null where the plan is gone.</summary>
    public required Guid? RunId { get; init; }
}
