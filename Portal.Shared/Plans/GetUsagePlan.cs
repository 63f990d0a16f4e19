using Portal.Shared.Catalog;
using Portal.Shared.Identity;
using Portal.Shared.Sync;

namespace Portal.Shared.Plans;

/// <summary>Shows one usage plan.</summary>
[Demands(Policies.ReadPlans)]
public sealed record GetUsagePlan(Guid Id) : IRequest<UsagePlanView>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.UsagePlan, Id);
}

/// <summary>A usage plan, and how it stands towards AWS.</summary>
public sealed record UsagePlanView
{
    public required Guid Id { get; init; }

    public required TeamView Team { get; init; }

    public required Guid ConnectionId { get; init; }

    /// <summary>The connection's name.</summary>
    public required string Connection { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>Tags that the portal sets in AWS.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public required Throttle? Throttle { get; init; }

    public required Quota? Quota { get; init; }

    public required IReadOnlyList<PlanStageView> Stages { get; init; }

    public required UsagePlanState State { get; init; }

    /// <summary>Whether developers may subscribe to it.</summary>
    public required Availability Availability { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Who changed it last; empty where the person is gone.</summary>
    public required string UpdatedBy { get; init; }

    /// <summary>When it last reached AWS; null where it is not there.</summary>
    public required AppliedView? Applied { get; init; }

    /// <summary>The latest run about it.</summary>
    public required PlanRun? Run { get; init; }

    /// <summary>For saving on top of what was read.</summary>
    public required int Version { get; init; }
}

/// <summary>How a plan in the portal stands towards what was last applied.</summary>
public enum UsagePlanState
{
    /// <summary>It is not in AWS.</summary>
    Draft,

    /// <summary>AWS was given all of it.</summary>
    InStep,

    /// <summary>It was changed since: AWS still has what was given to it.</summary>
    Changed,

    /// <summary>It was deleted in AWS. Taking that change back brings it here again.</summary>
    Deleted,
}

/// <summary>A stage in a plan.</summary>
public sealed record PlanStageView
{
    public required Guid StageId { get; init; }

    public required string Stage { get; init; }

    public required Guid ApiId { get; init; }

    public required string Api { get; init; }

    /// <summary>REST or WebSocket: of the latter a plan limits connections.</summary>
    public required Protocol Protocol { get; init; }

    /// <summary>The number of the revision that it runs; null where nothing is deployed yet: such a stage cannot go to AWS in a plan.</summary>
    public required int? Runs { get; init; }

    public required IReadOnlyList<MethodLimit> Methods { get; init; }
}

/// <param name="At">When.</param>
/// <param name="By">Who approved it; empty where the person is gone.</param>
/// <param name="RunId">The run that did it.</param>
public sealed record AppliedView(DateTimeOffset At, string By, Guid RunId);

/// <param name="Id">The run.</param>
/// <param name="Title">What it is for.</param>
/// <param name="State">How far it is.</param>
public sealed record PlanRun(Guid Id, string Title, RunState State);
