using System.Text.RegularExpressions;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudWatch;

/// <summary>One query of GetMetricData: a statistic of a metric by period.</summary>
internal sealed partial record MetricQuery(string Id, Metric Metric, string? Unit, int Period, Statistic Statistic, string? Label, bool ReturnData)
{
    private const int Most = 500;

    public static IReadOnlyList<MetricQuery> Of(Call call)
    {
        var queries = call.Body.Objects("MetricDataQueries");
        if (queries.Count is 0)
        {
            throw CloudWatchErrors.Missing("MetricDataQueries");
        }

        if (queries.Count > Most)
        {
            throw CloudWatchErrors.Validation($"The collection MetricDataQueries must not have a size greater than {Most}.");
        }

        IReadOnlyList<MetricQuery> read = [.. queries.Select((query, place) => Of(query, $"MetricDataQueries.member.{place + 1}"))];
        return read.Select(query => query.Id).Distinct(StringComparer.Ordinal).Count() == read.Count
            ? read
            : throw CloudWatchErrors.Validation("The values for parameter id in MetricDataQueries are not unique.");
    }

    private static MetricQuery Of(RequestBody query, string at)
    {
        var id = query.Text("Id") ?? throw CloudWatchErrors.Missing($"{at}.Id");
        if (id.Length > 255 || !Identifier().IsMatch(id))
        {
            throw CloudWatchErrors.Validation($"The value {id} for parameter {at}.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.");
        }

        if (query.Text("Expression") is not null)
        {
            throw query.Has("MetricStat")
                ? CloudWatchErrors.Validation($"The parameters {at}.Expression and {at}.MetricStat are mutually exclusive and you have specified both.")
                : CloudWatchErrors.Validation($"Error in expression '{id}': The sandbox does not know metric math yet");
        }

        var stat = query.Object("MetricStat") ?? throw CloudWatchErrors.Missing($"{at}.MetricStat");
        at = $"{at}.MetricStat";
        var metric = stat.Object("Metric") ?? throw CloudWatchErrors.Missing($"{at}.Metric");
        var period = stat.Whole("Period") ?? throw CloudWatchErrors.Missing($"{at}.Period");
        if (!Window.IsPeriod(period))
        {
            throw CloudWatchErrors.Validation($"The parameter {at}.Period must be 1, 5, 10, 20, 30 or a multiple of 60.");
        }

        return new(
            id,
            MetricInput.Metric(metric, MetricInput.Namespace(metric, $"{at}.Metric"), $"{at}.Metric"),
            MetricInput.Unit(stat, at),
            period,
            Statistic.Find(stat.Text("Stat")) ?? throw CloudWatchErrors.Validation($"The value {stat.Text("Stat")} for parameter {at}.Stat is not supported."),
            query.Text("Label"),
            query.Flag("ReturnData") ?? true);
    }

    [GeneratedRegex(@"\A[a-z][a-zA-Z0-9_]*\z")]
    private static partial Regex Identifier();
}
