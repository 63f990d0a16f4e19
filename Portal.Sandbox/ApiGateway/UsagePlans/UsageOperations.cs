using System.Globalization;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.UsagePlans;

/// <summary>What keys used of a plan, and changing what is left. Dates are days in UTC. The texts for dates and for a plan without quota are not recorded from the service.</summary>
internal static class UsageOperations
{
    private const int LongestRange = 366;

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "GetUsage", "GET", "/usageplans/{usageplanId}/usage", Get),
        new(Gateway.Service, "UpdateUsage", "PATCH", "/usageplans/{usageplanId}/keys/{keyId}/usage", Update),
    ];

    private static Answer Get(Call call)
    {
        var plan = UsagePlanRules.Find(call.Region, call["usageplanId"]);
        var (first, last) = (Date(call, "startDate"), Date(call, "endDate"));
        if (last < first || last.DayNumber - first.DayNumber >= LongestRange)
        {
            throw AwsError.BadRequest($"Invalid date range specified: endDate must be at most {LongestRange - 1} days after startDate");
        }

        var page = Page<string>.Of(call, Keys(call, plan, first, last), id => id, id => id);
        return Answer.Ok(UsageOf(call.Region, plan, first, last, page.Items) with { Position = page.Position }, WireJson.Default.Usage);
    }

    /// <summary>The keys that are in the plan now, and those that used it in these days.</summary>
    private static Map<string> Keys(Call call, UsagePlan plan, DateOnly first, DateOnly last)
    {
        var only = call.Query["keyId"].ToString();
        return Map<string>.Of(
            UsagePlanKeyOperations.KeysOf(call.Region, plan.Id).Select(entry => entry.Id)
                .Concat(call.Region.Usage.KeysOf(plan.Id).Where(id => call.Region.Usage.HasAny(plan.Id, id, first, last)))
                .Where(id => only is "" || id == only)
                .Select(id => KeyValuePair.Create(id, id)));
    }

    private static Answer Update(Call call)
    {
        var entry = UsagePlanKeyOperations.Find(call);
        var plan = UsagePlanRules.Find(call.Region, call["usageplanId"]);
        var quota = plan.Quota ?? throw AwsError.BadRequest($"Usage Plan {plan.Id} has no quota");
        var today = DateOnly.FromDateTime(call.Now.UtcDateTime);
        long[] values = [.. PatchOperation.Of(call).Select(Remaining)];
        foreach (var remaining in values)
        {
            call.Region.Usage.SetRemaining(plan.Id, entry.Id, quota, today, remaining);
        }

        return Answer.Ok(UsageOf(call.Region, plan, today, today, [entry.Id]), WireJson.Default.Usage);
    }

    private static Usage UsageOf(Region region, UsagePlan plan, DateOnly first, DateOnly last, IEnumerable<string> keyIds) => new()
    {
        UsagePlanId = plan.Id,
        StartDate = Text(first),
        EndDate = Text(last),
        Values = Map<IReadOnlyList<IReadOnlyList<long>>>.Of(keyIds.Select(id => KeyValuePair.Create(id, region.Usage.Days(plan.Id, id, plan.Quota, first, last)))),
    };

    private static long Remaining(PatchOperation patch)
    {
        if ((patch.Op, patch.Path) is not ("replace", "/remaining"))
        {
            throw patch.NotSupported("/remaining");
        }

        return long.TryParse(patch.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var remaining) && remaining <= int.MaxValue
            ? remaining
            : throw AwsError.BadRequest("Invalid remaining value specified, must be a non-negative integer");
    }

    private static DateOnly Date(Call call, string name) =>
        DateOnly.TryParseExact(call.Query[name].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1970 and < 9999
            ? date
            : throw AwsError.BadRequest($"Invalid {name} specified, must be of the form YYYY-MM-DD");

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Pairs of used and remaining, one for each day, by the id of the key.</summary>
internal sealed record Usage
{
    public required string UsagePlanId { get; init; }

    public required string StartDate { get; init; }

    public required string EndDate { get; init; }

    public string? Position { get; init; }

    public required Map<IReadOnlyList<IReadOnlyList<long>>> Values { get; init; }
}
