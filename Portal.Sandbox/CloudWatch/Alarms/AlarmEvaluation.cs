using System.Text.Json.Nodes;
using Portal.Sandbox.CloudWatch.Expressions;
using Portal.Sandbox.State;

namespace Portal.Sandbox.CloudWatch.Alarms;

/// <summary>
/// The state in which a rule finds its metric at the end of a minute. It looks at two periods more than the alarm asks for and takes the latest that have a value;
/// those that lack are treated as the alarm says.
/// </summary>
internal static class AlarmEvaluation
{
    private const int Further = 2;

    /// <summary>Null where the state stays what it is.</summary>
    public static AlarmState? Of(Region region, AlarmRule rule, AlarmState before, DateTimeOffset now)
    {
        var end = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 60 * 60);
        var range = rule.EvaluationPeriods + Further;
        var start = end.AddSeconds(-(long)range * rule.Period);
        Evaluation evaluation = new(region, rule.Queries, start, end, now);
        IReadOnlyList<TimeSeries> answer;
        try
        {
            answer = evaluation.Answer(rule.Compared);
        }
        catch (Wire.AwsError error)
        {
            return Changed(before, AlarmState.Insufficient, $"Unchecked: {error.Message}", null, now);
        }

        if (answer is not [var series])
        {
            return Changed(before, AlarmState.Insufficient, "Unchecked: the expression must return one time series", null, now);
        }

        var points = series.Points.TakeLast(rule.EvaluationPeriods).ToList();
        if (rule.LeastSamples > 0 && evaluation.Find("n").AllSeries[0].Points.TakeLast(rule.EvaluationPeriods).Any(point => point.Value < rule.LeastSamples))
        {
            return null;
        }

        var breaching = points.Where(point => rule.Breaches(point.Value, rule.Threshold)).ToList();
        var age = breaching.Count is 0 ? 0 : (end.ToUnixTimeSeconds() - breaching[0].Second) / rule.Period;
        return Judged(rule, points.Count, breaching.Count, age) is { } value
            ? Changed(before, value, Reasons.Of(rule, value, before.Value, points, breaching), Data(rule, start, now, points), now)
            : null;
    }

    private static string? Judged(AlarmRule rule, int known, int breaching, long age)
    {
        var missing = rule.EvaluationPeriods - known;
        return rule.TreatMissingData switch
        {
            _ when breaching >= rule.DatapointsToAlarm => AlarmState.Alarm,
            "breaching" => breaching + missing >= rule.DatapointsToAlarm ? AlarmState.Alarm : AlarmState.Ok,
            "notBreaching" => AlarmState.Ok,
            _ when known > breaching => AlarmState.Ok,
            "ignore" => null,
            _ when known is 0 => AlarmState.Insufficient,
            // All that is there breaches, and has done so for long enough.
            _ => age >= rule.DatapointsToAlarm ? AlarmState.Alarm : null,
        };
    }

    private static AlarmState? Changed(AlarmState before, string value, string reason, string? data, DateTimeOffset now) =>
        value == before.Value ? null : new(value, reason, data, now, now);

    private static string Data(AlarmRule rule, DateTimeOffset start, DateTimeOffset now, IReadOnlyList<(long Second, double Value)> points)
    {
        JsonObject data = new()
        {
            ["version"] = "1.0",
            ["queryDate"] = Reasons.Iso(now),
            ["startDate"] = Reasons.Iso(points is [var (second, _), ..] ? DateTimeOffset.FromUnixTimeSeconds(second) : start),
            ["period"] = rule.Period,
            ["recentDatapoints"] = new JsonArray([.. points.Select(point => (JsonNode)point.Value)]),
            ["threshold"] = rule.Threshold,
            ["evaluatedDatapoints"] = new JsonArray([.. points.Reverse().Select(point => (JsonNode)new JsonObject { ["timestamp"] = Reasons.Iso(DateTimeOffset.FromUnixTimeSeconds(point.Second)), ["value"] = point.Value })]),
        };
        if (rule.Compared.Stat is { } stat)
        {
            data["statistic"] = stat.Statistic.Name;
        }

        return data.ToJsonString();
    }
}
