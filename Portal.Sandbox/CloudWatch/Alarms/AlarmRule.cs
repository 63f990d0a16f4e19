using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudWatch.Alarms;

/// <summary>What an alarm looks at and when it goes off, read out of what was put.</summary>
internal sealed record AlarmRule
{
    private const int LongestSpan = 7 * 24 * 60 * 60;
    private const int MostActions = 5;

    private static readonly string[] Unknown = ["ThresholdMetricId", "EvaluationCriteria", "EvaluationInterval"];
    private static readonly string[] ActionLists = ["OKActions", "AlarmActions", "InsufficientDataActions"];
    private static readonly string[] OfOneMetric = ["MetricName", "Namespace", "Statistic", "ExtendedStatistic", "Dimensions", "Period", "Unit"];

    private static readonly Dictionary<string, (Func<double, double, bool> Breaches, string Words)> Comparisons = new(StringComparer.Ordinal)
    {
        ["GreaterThanOrEqualToThreshold"] = ((value, threshold) => value >= threshold, "greater than or equal to"),
        ["GreaterThanThreshold"] = ((value, threshold) => value > threshold, "greater than"),
        ["LessThanThreshold"] = ((value, threshold) => value < threshold, "less than"),
        ["LessThanOrEqualToThreshold"] = ((value, threshold) => value <= threshold, "less than or equal to"),
    };

    public required IReadOnlyList<MetricQuery> Queries { get; init; }

    /// <summary>The one of the queries that is compared.</summary>
    public required MetricQuery Compared { get; init; }

    public required int Period { get; init; }

    public required int EvaluationPeriods { get; init; }

    public required int DatapointsToAlarm { get; init; }

    public required double Threshold { get; init; }

    public required Func<double, double, bool> Breaches { get; init; }

    /// <summary>How the comparison is said in reasons.</summary>
    public required string Words { get; init; }

    public required string TreatMissingData { get; init; }

    /// <summary>How many samples a percentile needs to mean something, if the alarm is to wait for so many.</summary>
    public required double LeastSamples { get; init; }

    public static AlarmRule Of(RequestBody body)
    {
        Check(body);
        var (queries, compared) = body.Has("Metrics") ? Math(body) : Single(body);
        var period = queries.Where(query => query.Stat is not null).Select(query => query.Stat!.Period).Append(compared.Period ?? 60).Max();
        var periods = body.Whole("EvaluationPeriods") ?? throw CloudWatchErrors.Missing("EvaluationPeriods");
        if (periods < 1 || (long)periods * period > LongestSpan || (period < 3_600 && (long)periods * period > 24 * 60 * 60))
        {
            throw CloudWatchErrors.Validation("Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400), or across more than seven days if the period is an hour or longer.");
        }

        var points = body.Whole("DatapointsToAlarm") ?? periods;
        if (points < 1 || points > periods)
        {
            throw CloudWatchErrors.Validation("DatapointsToAlarm must be at least 1 and not exceed EvaluationPeriods.");
        }

        var (breaches, words) = Comparison(body);
        return new()
        {
            Queries = queries,
            Compared = compared,
            Period = period,
            EvaluationPeriods = periods,
            DatapointsToAlarm = points,
            Threshold = body.NumberOrText("Threshold") ?? throw CloudWatchErrors.Missing("Threshold"),
            Breaches = breaches,
            Words = words,
            TreatMissingData = body.Text("TreatMissingData") switch
            {
                null => "missing",
                ("missing" or "ignore" or "breaching" or "notBreaching") and var treatment => treatment,
                var other => throw CloudWatchErrors.Validation($"The value {other} for parameter TreatMissingData is not supported."),
            },
            LeastSamples = LeastSamplesOf(body, compared),
        };
    }

    /// <summary>Of any kind of alarm.</summary>
    public static void CheckActions(RequestBody body)
    {
        foreach (var actions in ActionLists.Where(list => body.List(list) is { Count: > MostActions }))
        {
            throw CloudWatchErrors.Validation($"1 validation error detected: Value at '{char.ToLowerInvariant(actions[0])}{actions[1..]}' failed to satisfy constraint: Member must have length less than or equal to {MostActions}");
        }
    }

    private static void Check(RequestBody body)
    {
        if (body.Text("AlarmName") is not { Length: >= 1 and <= 255 })
        {
            throw CloudWatchErrors.Missing("AlarmName");
        }

        foreach (var member in Unknown.Where(body.Has))
        {
            throw CloudWatchErrors.Validation($"The sandbox does not know {member} of alarms yet");
        }

        CheckActions(body);
    }

    private static (IReadOnlyList<MetricQuery> Queries, MetricQuery Compared) Single(RequestBody body)
    {
        var metric = MetricInput.Metric(body, MetricInput.Namespace(body, ""), "");
        var period = Checked(body.Whole("Period") ?? throw CloudWatchErrors.Missing("Period"));
        var statistic = (body.Text("Statistic"), body.Text("ExtendedStatistic")) switch
        {
            ({ } plain, null) when Statistic.Find(plain) is { IsPlain: true } found => found,
            (null, { } extended) when Statistic.Find(extended) is { IsPlain: false } found => found,
            (null, null) => throw CloudWatchErrors.Validation("Exactly one of Statistic and ExtendedStatistic must be specified"),
            ({ }, { }) => throw CloudWatchErrors.Combination("The parameters Statistic and ExtendedStatistic are mutually exclusive and you have specified both."),
            var (plain, extended) => throw CloudWatchErrors.Value($"The value {plain ?? extended} for parameter {(plain is null ? "ExtendedStatistic" : "Statistic")} is not supported."),
        };
        MetricQuery query = new("m", new(metric, MetricInput.Unit(body, ""), period, statistic), null, null, null, true);
        MetricQuery samples = new("n", query.Stat! with { Statistic = Statistic.Find("SampleCount")! }, null, null, null, false);
        return ([query, samples], query);
    }

    private static (IReadOnlyList<MetricQuery> Queries, MetricQuery Compared) Math(RequestBody body)
    {
        foreach (var member in OfOneMetric.Where(body.Has))
        {
            throw CloudWatchErrors.Validation($"Metrics list is incompatible with the parameter {member}.");
        }

        var queries = MetricQuery.Of(body, "Metrics");
        foreach (var stat in queries.Select(query => query.Stat).OfType<MetricStat>())
        {
            Checked(stat.Period);
        }

        if (queries.Where(query => query.Stat is not null).Select(query => query.Stat!.Period).Distinct().Skip(1).Any())
        {
            throw CloudWatchErrors.Validation("All metrics of an alarm must have the same period.");
        }

        return queries.Where(query => query.ReturnData).ToList() is [var only]
            ? (queries, only)
            : throw CloudWatchErrors.Validation("Exactly one element of the metrics list should return data.");
    }

    // Values are kept by the minute here, so nothing shorter can be told.
    private static int Checked(int period) => period % 60 is 0 && period > 0
        ? period
        : throw CloudWatchErrors.Validation(period is 10 or 20 or 30 ? "The sandbox keeps values by the minute: Period must be a multiple of 60" : "Period must be 10, 20, 30 or a multiple of 60");

    private static (Func<double, double, bool> Breaches, string Words) Comparison(RequestBody body)
    {
        var name = body.Text("ComparisonOperator") ?? throw CloudWatchErrors.Missing("ComparisonOperator");
        return Comparisons.TryGetValue(name, out var found)
            ? found
            : throw CloudWatchErrors.Validation($"1 validation error detected: Value '{name}' at 'comparisonOperator' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", Comparisons.Keys)}]");
    }

    // Ten samples beyond the percentile, as AWS describes it.
    private static double LeastSamplesOf(RequestBody body, MetricQuery compared) => (body.Text("EvaluateLowSampleCountPercentile"), compared.Stat?.Statistic.Name) switch
    {
        (null or "evaluate", _) => 0,
        ("ignore", ['p', .. var text]) when double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var percent) && percent is > 0 and < 100 => 1_000 / System.Math.Min(percent, 100 - percent),
        ("ignore", _) => 0,
        var (other, _) => throw CloudWatchErrors.Validation($"Option {other} is not supported. Supported options for parameter EvaluateLowSampleCountPercentile are evaluate and ignore."),
    };
}
