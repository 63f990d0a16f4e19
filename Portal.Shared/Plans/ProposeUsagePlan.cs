namespace Portal.Shared.Plans;

/// <summary>Asks what bringing a usage plan to AWS would change there, and keeps that as a run which waits for approval. Nothing is written to AWS.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record ProposeUsagePlan(Guid Id) : IRequest<ProposedUsagePlan>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.UsagePlan, Id);
}

public sealed record ProposedUsagePlan
{
    /// <summary>The run that waits for approval.</summary>
    public required Guid RunId { get; init; }

    /// <summary>Nothing would change: AWS already has the plan as it is here, and the run is done.</summary>
    public required bool IsEmpty { get; init; }
}
