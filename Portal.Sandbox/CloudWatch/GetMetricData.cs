using System.Globalization;
using Portal.Sandbox.CloudWatch.Expressions;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudWatch;

/// <summary>Statistics of many metrics at once, newest first unless asked otherwise, so many values a page.</summary>
internal static class GetMetricData
{
    private const int MostPoints = 100_800;

    public static Answer Handle(Call call)
    {
        var body = call.Body;
        var start = body.Time("StartTime") ?? throw CloudWatchErrors.Missing("StartTime");
        var end = body.Time("EndTime") ?? throw CloudWatchErrors.Missing("EndTime");
        CheckSpan(start, end);
        var queries = MetricQuery.Of(body, "MetricDataQueries");
        var oldestFirst = body.Text("ScanBy") switch
        {
            null or "TimestampDescending" => false,
            "TimestampAscending" => true,
            var other => throw CloudWatchErrors.Validation($"1 validation error detected: Value '{other}' at 'scanBy' failed to satisfy constraint: Member must satisfy enum value set: [TimestampDescending, TimestampAscending]"),
        };
        var room = body.Whole("MaxDatapoints") switch
        {
            null => MostPoints,
            >= 1 and <= MostPoints and var most => most,
            var other => throw CloudWatchErrors.Validation($"The value {other} for parameter MaxDatapoints must be between 1 and {MostPoints}."),
        };

        Evaluation evaluation = new(call.Region, queries, start, end, call.Now);
        var (results, next) = Page(queries, evaluation, oldestFirst, room, body.Text("NextToken") is { } token ? Place.Parse(token, queries.Count) : new(0, 0, null));
        return call.Done(writer =>
        {
            writer.Objects("MetricDataResults", results, result => result.WriteTo(writer));
            writer.Member("NextToken", next);
            writer.Objects<string>("Messages", [], _ => { });
        });
    }

    public static void CheckSpan(DateTimeOffset start, DateTimeOffset end)
    {
        if (start == end)
        {
            throw CloudWatchErrors.Validation("The parameter StartTime must not equal parameter EndTime.");
        }

        if (start > end)
        {
            throw CloudWatchErrors.Validation("The parameter EndTime must be greater than StartTime.");
        }
    }

    /// <summary>So many values from a place on, and the place of what comes next; a result that is not shown to its end says so.</summary>
    private static (IReadOnlyList<Result> Results, string? Next) Page(IReadOnlyList<MetricQuery> queries, Evaluation evaluation, bool oldestFirst, int room, Place from)
    {
        List<Result> results = [];
        for (var query = from.Query; query < queries.Count; query++)
        {
            if (!queries[query].ReturnData)
            {
                continue;
            }

            var all = evaluation.Answer(queries[query]);
            for (var series = query == from.Query ? from.Series : 0; series < all.Count; series++)
            {
                if (room is 0)
                {
                    return (results, new Place(query, series, null).Text);
                }

                var after = (query, series) == (from.Query, from.Series) ? from.After : null;
                var result = Ordered(queries[query].Id, all[series], oldestFirst, after);
                if (result.Points.Count > room)
                {
                    result = result with { Points = [.. result.Points.Take(room)], IsWhole = false };
                    return ([.. results, result], new Place(query, series, result.Points[^1].Second).Text);
                }

                room -= result.Points.Count;
                results.Add(result);
            }
        }

        return (results, null);
    }

    private static Result Ordered(string id, TimeSeries series, bool oldestFirst, long? after)
    {
        var points = series.Points.Where(point => after is null || (oldestFirst ? point.Second > after : point.Second < after));
        return new(id, series.Label, [.. oldestFirst ? points : points.Reverse()], series.Units);
    }

    /// <summary>Where a page begins: a query, one of its series, and what of it was shown already.</summary>
    private sealed record Place(int Query, int Series, long? After)
    {
        public string Text => string.Create(CultureInfo.InvariantCulture, $"{Query}.{Series}.{After}");

        public static Place Parse(string token, int queries) =>
            token.Split('.') is [var first, var second, var third]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var query) && query < queries
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var series)
            && (third is "" || long.TryParse(third, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                ? new(query, series, third is "" ? null : long.Parse(third, CultureInfo.InvariantCulture))
                : throw CloudWatchErrors.NextToken;
    }

    private sealed record Result(string Id, string Label, IReadOnlyList<(long Second, double Value)> Points, string? Units, bool IsWhole = true)
    {
        public void WriteTo(Wire.Protocols.ShapeWriter writer)
        {
            writer.Member("Id", Id);
            writer.Member("Label", Label);
            writer.List("Timestamps", Points, point => writer.Time(DateTimeOffset.FromUnixTimeSeconds(point.Second)));
            writer.List("Values", Points, point => writer.Number(point.Value));
            writer.Member("StatusCode", IsWhole ? "Complete" : "PartialData");
            if (Units is not null)
            {
                writer.Objects("Messages", [Units], units =>
                {
                    writer.Member("Code", "MultipleUnits");
                    writer.Member("Value", $"Multiple units returned: '{units}'");
                });
            }
        }
    }
}
