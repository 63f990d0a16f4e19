using System.Globalization;
using Portal.Shared.Catalog;
using Portal.Shared.Plans;

namespace Portal.Client.Plans.Admin;

/// <summary>A stage in a plan that is being edited.</summary>
public sealed class PlanStageDraft
{
    public required Guid StageId { get; init; }

    public required string Stage { get; init; }

    public required Guid ApiId { get; init; }

    public required string Api { get; init; }

    public required Protocol Protocol { get; init; }

    /// <summary>The number of the revision that it runs.</summary>
    public required int? Runs { get; init; }

    public List<MethodDraft> Methods { get; init; } = [];

    internal static PlanStageDraft Of(PlanStageView stage) => new()
    {
        StageId = stage.StageId,
        Stage = stage.Stage,
        ApiId = stage.ApiId,
        Api = stage.Api,
        Protocol = stage.Protocol,
        Runs = stage.Runs,
        Methods = [.. stage.Methods.Select(MethodDraft.Of)],
    };

    internal PlanStage ToStage() => new() { StageId = StageId, Methods = [.. Methods.Select(method => method.ToLimit())] };
}

/// <summary>A limit for one method, as it is typed.</summary>
public sealed class MethodDraft : LimitDraft
{
    public string? Route { get; set; }

    internal static MethodDraft Of(MethodLimit limit) => new()
    {
        Route = limit.Route,
        RateLimit = limit.RateLimit.ToString(CultureInfo.InvariantCulture),
        BurstLimit = limit.BurstLimit.ToString(CultureInfo.InvariantCulture),
    };

    internal MethodLimit ToLimit() => new() { Route = Route ?? "", RateLimit = Rate, BurstLimit = Burst };
}
