using System.Globalization;
using Portal.Sandbox.Wire;
using Portal.Sandbox.Wire.Protocols;

namespace Portal.Sandbox.CloudWatch;

/// <summary>Several statistics of one metric, in every unit in which it has values; no order is promised.</summary>
internal static class GetMetricStatistics
{
    private const int MostPoints = 1_440;

    public static Answer Handle(Call call)
    {
        var body = call.Body;
        var metric = MetricInput.Metric(body, MetricInput.Namespace(body, ""), "");
        var start = body.Time("StartTime") ?? throw CloudWatchErrors.Missing("StartTime");
        var end = body.Time("EndTime") ?? throw CloudWatchErrors.Missing("EndTime");
        GetMetricData.CheckSpan(start, end);
        var period = body.Whole("Period") ?? throw CloudWatchErrors.Missing("Period");
        if (!Window.IsPeriod(period))
        {
            throw CloudWatchErrors.Value("The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.");
        }

        if ((end - start).TotalSeconds / period is > MostPoints and var wanted)
        {
            throw CloudWatchErrors.Combination(string.Create(CultureInfo.InvariantCulture, $"You have requested up to {Math.Ceiling(wanted):N0} datapoints, which exceeds the limit of 1,440. You may reduce the datapoints requested by increasing Period, or decreasing the time range."));
        }

        var (plain, extended) = (Statistics(body, "Statistics"), Statistics(body, "ExtendedStatistics"));
        if (plain.Count + extended.Count is 0)
        {
            throw CloudWatchErrors.Combination("At least one of the parameters Statistics and ExtendedStatistics must be specified.");
        }

        var points = Window.Of(start, end, period, call.Now) is not { } window
            ? []
            : (MetricInput.Unit(body, "") is { } unit ? [unit] : call.Region.Metrics.Units(metric))
                .SelectMany(unit => window.Of(call.Region.Metrics, new(metric, unit)).Select(point => (Unit: unit, point.Second, point.Values)));
        return call.Done(writer =>
        {
            writer.Member("Label", metric.Name);
            writer.Objects("Datapoints", points, point =>
            {
                writer.Member("Timestamp", DateTimeOffset.FromUnixTimeSeconds(point.Second));
                foreach (var statistic in plain)
                {
                    writer.Member(statistic.Name, statistic.Of(point.Values));
                }

                writer.Member("Unit", point.Unit);
                WriteExtended(writer, extended, point.Values);
            });
        });
    }

    private static void WriteExtended(ShapeWriter writer, IReadOnlyList<Statistic> extended, Distribution values)
    {
        KeyValuePair<string, double>[] known = [.. extended.Select(statistic => (statistic.Name, Value: statistic.Of(values))).Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value!.Value))];
        if (known.Length > 0)
        {
            writer.Map("ExtendedStatistics", known);
        }
    }

    private static IReadOnlyList<Statistic> Statistics(RequestBody body, string list) =>
        [.. (body.List(list) ?? []).Select(name => Statistic.Find(name) ?? throw CloudWatchErrors.Value($"The value {name} for parameter {list} is not supported."))];
}
