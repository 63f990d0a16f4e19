using System.Globalization;
using Portal.Client.Ui;
using Portal.Shared.Plans;

namespace Portal.Client.Plans.Admin;

/// <summary>What is typed about a plan. Numbers are texts until they are sent: what is no number, the rules refuse.</summary>
public sealed class PlanDraft
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public Guid TeamId { get; set; }

    public Guid ConnectionId { get; set; }

    public bool IsThrottled { get; set; } = true;

    public LimitDraft Throttle { get; init; } = new();

    public bool HasQuota { get; set; }

    public QuotaDraft Quota { get; init; } = new();

    public List<PlanStageDraft> Stages { get; init; } = [];

    public List<TagDraft> Tags { get; init; } = [];

    public static PlanDraft Of(UsagePlanView plan) => new()
    {
        Name = plan.Name,
        Description = plan.Description,
        TeamId = plan.Team.Id,
        ConnectionId = plan.ConnectionId,
        IsThrottled = plan.Throttle is not null,
        Throttle = plan.Throttle is { } throttle ? LimitDraft.Of(throttle.RateLimit, throttle.BurstLimit) : new(),
        HasQuota = plan.Quota is not null,
        Quota = plan.Quota is { } quota ? QuotaDraft.Of(quota) : new(),
        Stages = [.. plan.Stages.Select(PlanStageDraft.Of)],
        Tags = TagDraft.Of(plan.Tags),
    };

    public CreateUsagePlan ToCreate() => new()
    {
        TeamId = TeamId,
        ConnectionId = ConnectionId,
        Name = Name ?? "",
        Description = Description ?? "",
        Throttle = ToThrottle(),
        Quota = ToQuota(),
        Stages = ToStages(),
        Tags = TagDraft.ToMap(Tags),
    };

    public ChangeUsagePlan ToChange(Guid id, int version) => new()
    {
        Id = id,
        Name = Name ?? "",
        Description = Description ?? "",
        Throttle = ToThrottle(),
        Quota = ToQuota(),
        Stages = ToStages(),
        Tags = TagDraft.ToMap(Tags),
        Version = version,
    };

    private Throttle? ToThrottle() => IsThrottled ? new Throttle { RateLimit = Throttle.Rate, BurstLimit = Throttle.Burst } : null;

    private Quota? ToQuota() => HasQuota ? Quota.ToQuota() : null;

    private List<PlanStage> ToStages() => [.. Stages.Select(stage => stage.ToStage())];
}

/// <summary>A rate and a burst as they are typed.</summary>
public class LimitDraft
{
    public string? RateLimit { get; set; }

    public string? BurstLimit { get; set; }

    internal double Rate => double.TryParse(RateLimit, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) ? rate : 0;

    internal int Burst => int.TryParse(BurstLimit, NumberStyles.Integer, CultureInfo.InvariantCulture, out var burst) ? burst : 0;

    internal static LimitDraft Of(double rate, int burst) => new() { RateLimit = rate.ToString(CultureInfo.InvariantCulture), BurstLimit = burst.ToString(CultureInfo.InvariantCulture) };
}

/// <summary>A quota as it is typed.</summary>
public sealed class QuotaDraft
{
    public string? Limit { get; set; }

    public QuotaPeriod Period { get; set; }

    public string? Offset { get; set; } = "0";

    internal static QuotaDraft Of(Quota quota) => new()
    {
        Limit = quota.Limit.ToString(CultureInfo.InvariantCulture),
        Period = quota.Period,
        Offset = quota.Offset.ToString(CultureInfo.InvariantCulture),
    };

    // By the day there is no offset, and no field for one.
    internal Quota ToQuota() => new() { Limit = Number(Limit) ?? 0, Period = Period, Offset = Period is QuotaPeriod.Day ? 0 : Number(Offset) ?? -1 };

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
