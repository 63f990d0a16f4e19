using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.UsagePlans;

/// <summary>What callers with a key may do on some stages, as GetUsagePlan shows it.</summary>
internal sealed record UsagePlan
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required IReadOnlyList<ApiStage> ApiStages { get; init; }

    /// <summary>For each key, over all stages of the plan.</summary>
    public ThrottleSettings? Throttle { get; init; }

    /// <summary>For each key, over all stages of the plan.</summary>
    public QuotaSettings? Quota { get; init; }

    public string? ProductCode { get; init; }

    public Map<string>? Tags { get; init; }

    public ApiStage? StageOf(string apiId, string stage)
    {
        foreach (var one in ApiStages)
        {
            if (one.ApiId == apiId && one.Stage == stage)
            {
                return one;
            }
        }

        return null;
    }
}

internal sealed record ApiStage
{
    public required string ApiId { get; init; }

    public required string Stage { get; init; }

    /// <summary>By "path/VERB" with the path's own slash, so the root's is "//GET".</summary>
    public Map<ThrottleSettings>? Throttle { get; init; }

}

/// <summary>How many requests a key has in a period. Without a limit it is half said, and refused.</summary>
internal sealed record QuotaSettings
{
    public const string Day = "DAY";
    public const string Week = "WEEK";
    public const string Month = "MONTH";

    public required int Limit { get; init; }

    /// <summary>Days by which the period starts later than on its first day.</summary>
    public required int Offset { get; init; }

    public string? Period { get; init; }

    /// <summary>The first day of the period that a day is in, in UTC. That a week starts on Sunday is not documented.</summary>
    public DateOnly StartOfPeriod(DateOnly day) => Period switch
    {
        Week => day.AddDays(-(((int)day.DayOfWeek - Offset + 7) % 7)),
        Month when day.Day > Offset => new(day.Year, day.Month, Offset + 1),
        Month => new DateOnly(day.Year, day.Month, Offset + 1).AddMonths(-1),
        _ => day,
    };
}
