using System.Globalization;

namespace Portal.Sandbox.CloudWatch.Alarms;

/// <summary>Why an alarm is in its state, worded after what the service is known to say.</summary>
internal static class Reasons
{
    public const string Created = "Unchecked: Initial alarm creation";

    public static string Of(AlarmRule rule, string value, string before, IReadOnlyList<(long Second, double Value)> points, IReadOnlyList<(long Second, double Value)> breaching)
    {
        var missing = rule.EvaluationPeriods - points.Count;
        var treated = missing > 0 && rule.TreatMissingData is "breaching" or "notBreaching" && missing > 0
            ? $" and {missing} missing {Datapoints(missing)} {Were(missing)} treated as [{(rule.TreatMissingData is "breaching" ? "Breaching" : "NonBreaching")}]"
            : "";
        var threshold = $"{rule.Words} the threshold ({Number(rule.Threshold)})";
        return value switch
        {
            AlarmState.Insufficient => $"Insufficient Data: {missing} {Datapoints(missing)} {Were(missing)} unknown.",
            _ when points.Count is 0 => $"Threshold Crossed: no datapoints were received for {missing} {(missing is 1 ? "period" : "periods")}{treated}.",
            AlarmState.Alarm => $"Threshold Crossed: {breaching.Count} out of the last {rule.EvaluationPeriods} datapoints {List(breaching)} {Were(breaching.Count)} {threshold} (minimum {rule.DatapointsToAlarm} {Datapoints(rule.DatapointsToAlarm)} for {(before is AlarmState.Ok ? "OK" : before)} -> ALARM transition){treated}.",
            _ => points.Except(breaching).ToList() is var others ? $"Threshold Crossed: {others.Count} {Datapoints(others.Count)} {List(others)} {Were(others.Count)} not {threshold}{treated}." : "",
        };
    }

    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    private static string List(IReadOnlyList<(long Second, double Value)> points) => $"[{string.Join(", ", points.Reverse().Select(point =>
        $"{Number(point.Value)} ({DateTimeOffset.FromUnixTimeSeconds(point.Second).ToString("dd'/'MM'/'yy HH:mm:ss", CultureInfo.InvariantCulture)})"))}]";

    private static string Datapoints(int count) => count is 1 ? "datapoint" : "datapoints";

    private static string Were(int count) => count is 1 ? "was" : "were";

    // A whole number is said with ".0".
    private static string Number(double value) => value.ToString("0.0################", CultureInfo.InvariantCulture);
}
