using System.Globalization;
using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>Tells what changes in a usage plan: its limits, its stages, and the limits of single methods.</summary>
internal static class UsagePlanWords
{
    public static IReadOnlyList<string> Of(UsagePlanSpec? before, UsagePlanSpec? after, IReadOnlyDictionary<string, string> names) => (before, after) switch
    {
        (null, { } plan) => [$"Creates the usage plan {plan.Name}: {Of(plan.Throttle)}; {Of(plan.Quota)}.", .. Description(null, plan.Description), .. Stages(null, plan, names), .. TagWords.Of(null, plan.Tags)],
        ({ } plan, null) => [$"Deletes the usage plan {plan.Name}{(plan.Stages.Count is 0 ? "" : $" with its {ChangeWords.Count(plan.Stages.Count, "stage")}")}: what its keys can call by this plan alone, they cannot call any more."],
        ({ } was, { } plan) => [$"Changes the usage plan {plan.Name}.", .. Changes(was, plan), .. Stages(was, plan, names), .. TagWords.Of(was.Tags, plan.Tags)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<string> Changes(UsagePlanSpec was, UsagePlanSpec plan)
    {
        if (was.Name != plan.Name)
        {
            yield return $"Name: {was.Name} -> {plan.Name}.";
        }

        foreach (var sentence in Description(was.Description, plan.Description))
        {
            yield return sentence;
        }

        foreach (var sentence in Throttle("", was.Throttle, plan.Throttle))
        {
            yield return sentence;
        }

        if (was.Quota != plan.Quota)
        {
            yield return $"Quota: {Of(was.Quota)} -> {Of(plan.Quota)}.";
        }
    }

    private static IEnumerable<string> Description(string? before, string? after)
    {
        if (before != after)
        {
            yield return before is null ? $"Sets the description to {DifferenceLine.Quoted(after)}." : $"Description: {DifferenceLine.Quoted(before)} -> {DifferenceLine.Quoted(after)}.";
        }
    }

    private static IEnumerable<string> Stages(UsagePlanSpec? was, UsagePlanSpec plan, IReadOnlyDictionary<string, string> names)
    {
        var before = was?.Stages ?? SortedMap<PlanStageSpec>.Empty;

        foreach (var key in before.Keys.Except(plan.Stages.Keys))
        {
            yield return $"Takes {Stage(key, names)} out: the keys of this plan cannot call it any more by this plan.";
        }

        foreach (var (key, stage) in plan.Stages)
        {
            var known = before.GetValueOrDefault(key);

            if (known is null)
            {
                yield return $"Adds {Stage(key, names)}: every key of this plan may call it.";
            }

            foreach (var sentence in Methods(known?.Methods ?? SortedMap<ThrottleSpec>.Empty, stage.Methods, Stage(key, names)))
            {
                yield return sentence;
            }
        }
    }

    private static IEnumerable<string> Methods(SortedMap<ThrottleSpec> before, SortedMap<ThrottleSpec> after, string stage) =>
        from method in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
        let was = before.GetValueOrDefault(method)
        let now = after.GetValueOrDefault(method)
        from sentence in was is null ? [$"Limits {method} in {stage} to {Of(now)}."] : now is null ? [$"Takes the limit of {Of(was)} from {method} in {stage}."] : Throttle($"{method} in {stage}: ", was, now)
        select sentence;

    private static IEnumerable<string> Throttle(string of, ThrottleSpec? was, ThrottleSpec? now) => (was, now) switch
    {
        ({ } before, { } after) =>
        [
            .. before.RateLimit == after.RateLimit ? Array.Empty<string>() : [Sentence($"{of}rate {Number(before.RateLimit)} -> {Requests(after.RateLimit)} per second.")],
            .. before.BurstLimit == after.BurstLimit ? Array.Empty<string>() : [Sentence($"{of}burst {Number(before.BurstLimit)} -> {Requests(after.BurstLimit)}.")],
        ],
        _ when was == now => [],
        (null, _) => [$"Limits the rate to {Of(now)}."],
        (_, null) => [$"Takes the limit of the rate away (was {Of(was)})."],
    };

    private static string Of(ThrottleSpec? throttle) => throttle is null ? "no limit of the rate" : $"{Requests(throttle.RateLimit)} per second with bursts of {Number(throttle.BurstLimit)}";

    private static string Of(QuotaSpec? quota) => quota switch
    {
        null => "no quota",
        { Offset: 0 } => $"{Requests(quota.Limit)} per {quota.Period.ToLowerInvariant()}",
        _ => $"{Requests(quota.Limit)} per {quota.Period.ToLowerInvariant()} with the offset {quota.Offset}",
    };

    private static string Stage(string key, IReadOnlyDictionary<string, string> names) => UsagePlanSpec.ForeignOf(key) is var (api, stage)
        ? $"the stage {stage} of {api} (not the portal's)"
        : $"the stage {names.GetValueOrDefault(key, key)}";

    private static string Sentence(string text) => text[..1].ToUpperInvariant() + text[1..];

    private static string Requests(double number) => number is 1 ? "1 request" : $"{Number(number)} requests";

    private static string Number(double number) => number.ToString("#,0.##########", CultureInfo.InvariantCulture);
}
