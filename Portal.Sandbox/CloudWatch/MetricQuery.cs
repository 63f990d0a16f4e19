using System.Text.RegularExpressions;
using Portal.Sandbox.CloudWatch.Expressions;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudWatch;

/// <summary>One query of GetMetricData or of an alarm: a statistic of a metric, or an expression over the others.</summary>
internal sealed partial record MetricQuery(string Id, MetricStat? Stat, MetricMath? Math, int? Period, string? Label, bool ReturnData)
{
    private const int Most = 500;
    private const int LongestExpression = 2_048;

    /// <summary>The queries of a list by this name.</summary>
    public static IReadOnlyList<MetricQuery> Of(RequestBody body, string list)
    {
        var queries = body.Objects(list);
        if (queries.Count is 0)
        {
            throw CloudWatchErrors.Missing(list);
        }

        if (queries.Count > Most)
        {
            throw CloudWatchErrors.Validation($"The collection {list} must not have a size greater than {Most}.");
        }

        IReadOnlyList<MetricQuery> read = [.. queries.Select((query, place) => One(query, $"{list}.member.{place + 1}"))];
        if (read.Select(query => query.Id).Distinct(StringComparer.Ordinal).Count() != read.Count)
        {
            throw CloudWatchErrors.Validation($"The values for parameter id in {list} are not unique.");
        }

        foreach (var query in read)
        {
            Check(read, query, []);
        }

        return read;
    }

    private static MetricQuery One(RequestBody query, string at)
    {
        var id = query.Text("Id") ?? throw CloudWatchErrors.Missing($"{at}.Id");
        if (id.Length > 255 || !Identifier().IsMatch(id))
        {
            throw CloudWatchErrors.Validation($"The value {id} for parameter {at}.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.");
        }

        var period = query.Whole("Period");
        if (period is { } given && !Window.IsPeriod(given))
        {
            throw CloudWatchErrors.Validation($"The parameter {at}.Period must be 1, 5, 10, 20, 30 or a multiple of 60.");
        }

        var (label, isReturned) = (query.Text("Label"), query.Flag("ReturnData") ?? true);
        if (query.Text("Expression") is { } expression)
        {
            return query.Has("MetricStat")
                ? throw CloudWatchErrors.Validation($"The parameters {at}.Expression and {at}.MetricStat are mutually exclusive and you have specified both.")
                : new(id, null, Read(id, expression), period, label, isReturned);
        }

        return new(id, StatOf(query.Object("MetricStat") ?? throw CloudWatchErrors.Missing($"{at}.MetricStat"), $"{at}.MetricStat"), null, period, label, isReturned);
    }

    private static MetricStat StatOf(RequestBody stat, string at)
    {
        var metric = stat.Object("Metric") ?? throw CloudWatchErrors.Missing($"{at}.Metric");
        var period = stat.Whole("Period") ?? throw CloudWatchErrors.Missing($"{at}.Period");
        if (!Window.IsPeriod(period))
        {
            throw CloudWatchErrors.Validation($"The parameter {at}.Period must be 1, 5, 10, 20, 30 or a multiple of 60.");
        }

        return new(
            MetricInput.Metric(metric, MetricInput.Namespace(metric, $"{at}.Metric"), $"{at}.Metric"),
            MetricInput.Unit(stat, at),
            period,
            Statistic.Find(stat.Text("Stat")) ?? throw CloudWatchErrors.Validation($"The value {stat.Text("Stat")} for parameter {at}.Stat is not supported."));
    }

    private static MetricMath Read(string id, string expression)
    {
        try
        {
            return expression.Length > LongestExpression
                ? throw new ExpressionException($"The expression is longer than {LongestExpression} characters")
                : MetricMath.Parse(expression);
        }
        catch (ExpressionException exception)
        {
            throw CloudWatchErrors.Validation($"Error in expression '{id}': {exception.Message}");
        }
    }

    /// <summary>Refuses what names a query that is not there, or itself in the end.</summary>
    private static void Check(IReadOnlyList<MetricQuery> all, MetricQuery query, IReadOnlyList<string> way)
    {
        if (way.Contains(query.Id, StringComparer.Ordinal))
        {
            throw CloudWatchErrors.Validation($"Error in expression '{query.Id}': Circular reference");
        }

        foreach (var id in query.Math?.Ids ?? new HashSet<string>())
        {
            var named = all.FirstOrDefault(other => other.Id == id) ?? throw CloudWatchErrors.Validation($"Error in expression '{query.Id}': Undefined id '{id}'");
            Check(all, named, [.. way, query.Id]);
        }
    }

    [GeneratedRegex(@"\A[a-z][a-zA-Z0-9_]*\z")]
    private static partial Regex Identifier();
}
