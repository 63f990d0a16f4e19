using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Sandbox.State;

namespace Portal.Sandbox.CloudWatch.Expressions;

/// <summary>What a series is called: what the query says, with its placeholders filled, or what tells it apart from the others.</summary>
internal static partial class Labels
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss 'UTC'";

    /// <summary>As the service was seen to do: the name, and of statistic and period what tells the queries apart.</summary>
    public static string Usual(IReadOnlyList<MetricQuery> all, MetricQuery query)
    {
        var stats = all.Select(other => other.Stat).OfType<MetricStat>().ToList();
        var stat = query.Stat!;
        return string.Join(' ', new[]
        {
            stat.Metric.Name,
            stats.Exists(other => other.Statistic.Name != stat.Statistic.Name) ? stat.Statistic.Name : "",
            stats.Exists(other => other.Period != stat.Period) ? stat.Period.ToString(CultureInfo.InvariantCulture) : "",
        }.Where(part => part is not ""));
    }

    /// <summary>Of what was found by a search, the values of dimensions, and the name, in which the found differ.</summary>
    public static string Telling(IReadOnlyList<Metric> all, int place)
    {
        List<string> Parts(Metric metric) => [.. metric.Dimensions.Select(dimension => dimension.Value), metric.Name];
        var mine = Parts(all[place]);
        var telling = mine.Where((part, at) => all.Any(other => Parts(other).ElementAtOrDefault(at) != part)).ToList();
        return telling.Count > 0 ? string.Join(' ', telling) : all[place].Name;
    }

    public static string Of(MetricQuery query, TimeSeries series, bool isOneOfMany, Region region)
    {
        var usual = query.Math is null || isOneOfMany ? series.Label : query.Id;
        return query.Label switch
        {
            null => usual,
            var label when !label.Contains("${", StringComparison.Ordinal) => isOneOfMany ? $"{label} {series.Label}" : label,
            var label => Placeholder().Replace(label, match => Filled(match, series, usual, region) ?? match.Value),
        };
    }

    private static string? Filled(Match match, TimeSeries series, string usual, Region region)
    {
        if (match.Groups["property"] is { Success: true } property)
        {
            return Property(property.Value, series, region);
        }

        var points = series.Points;
        var name = match.Groups["name"].Value;
        return name switch
        {
            "LABEL" => usual,
            "DATAPOINT_COUNT" => $"{points.Count}",
            _ when points.Count is 0 => "--",
            "MIN" => Text(points.Min(point => point.Value)),
            "MAX" => Text(points.Max(point => point.Value)),
            "AVG" => Text(points.Average(point => point.Value)),
            "SUM" => Text(points.Sum(point => point.Value)),
            "FIRST" => Text(points[0].Value),
            "LAST" => Text(points[^1].Value),
            "MIN_MAX_RANGE" => Text(points.Max(point => point.Value) - points.Min(point => point.Value)),
            "FIRST_LAST_RANGE" => Text(points[^1].Value - points[0].Value),
            "FIRST_TIME" => Time(points[0].Second),
            "LAST_TIME" => Time(points[^1].Second),
            "MIN_TIME" => Time(points.MinBy(point => point.Value).Second),
            "MAX_TIME" => Time(points.MaxBy(point => point.Value).Second),
            _ => null,
        };
    }

    private static string? Property(string name, TimeSeries series, Region region) => (name, series.Source) switch
    {
        ("AccountId", _) => region.Account,
        ("Region", _) => region.Name,
        ("Period", _) => $"{series.Period}",
        ("MetricName", { } source) => source.Metric.Name,
        ("Namespace", { } source) => source.Metric.Namespace,
        ("Stat", { } source) => source.Statistic.Name,
        (['D', 'i', 'm', '.', .. var dimension], { } source) => source.Metric.Dimensions.FirstOrDefault(pair => pair.Name == dimension).Value,
        _ => null,
    };

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Time(long second) => DateTimeOffset.FromUnixTimeSeconds(second).ToString(TimeFormat, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\$\{(?:(?<name>[A-Z_]+)|PROP\(['""](?<property>[^'""]+)['""]\))\}")]
    private static partial Regex Placeholder();
}
