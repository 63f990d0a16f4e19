using System.Globalization;
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
        var queries = MetricQuery.Of(call);
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

        var (first, after) = body.Text("NextToken") is { } token ? Token(token, queries.Count) : (0, null);
        List<Result> results = [];
        string? next = null;
        for (var i = first; i < queries.Count; i++, after = null)
        {
            if (!queries[i].ReturnData)
            {
                continue;
            }

            if (room is 0)
            {
                next = $"{i}";
                break;
            }

            var result = Answered(call, queries, queries[i], start, end, oldestFirst, after);
            if (result.Points.Count > room)
            {
                result = result with { Points = [.. result.Points.Take(room)], IsWhole = false };
                next = string.Create(CultureInfo.InvariantCulture, $"{i}.{result.Points[^1].Second}");
            }

            room -= result.Points.Count;
            results.Add(result);
            if (next is not null)
            {
                break;
            }
        }

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

    private static Result Answered(Call call, IReadOnlyList<MetricQuery> all, MetricQuery query, DateTimeOffset start, DateTimeOffset end, bool oldestFirst, long? after)
    {
        var units = query.Unit is { } asked ? [asked] : call.Region.Metrics.Units(query.Metric);
        Result empty = new(query.Id, query.Label ?? DefaultLabel(all, query), [], units.Count > 1 ? $"[{string.Join(", ", units)}]" : null);
        if (units is not [var unit, ..] || Window.Of(start, end, query.Period, call.Now) is not { } window)
        {
            return empty;
        }

        var points =
            from period in window.Of(call.Region.Metrics, new(query.Metric, unit))
            where after is null || (oldestFirst ? period.Second > after : period.Second < after)
            let value = query.Statistic.Of(period.Values)
            where value is not null
            select (period.Second, value.Value);
        return empty with { Points = [.. oldestFirst ? points : points.Reverse()] };
    }

    // As the service was seen to do: the name, and of statistic and period what tells the queries apart.
    private static string DefaultLabel(IReadOnlyList<MetricQuery> all, MetricQuery query) => string.Join(' ', new[]
    {
        query.Metric.Name,
        all.Any(other => other.Statistic.Name != query.Statistic.Name) ? query.Statistic.Name : "",
        all.Any(other => other.Period != query.Period) ? query.Period.ToString(CultureInfo.InvariantCulture) : "",
    }.Where(part => part is not ""));

    private static (int Query, long? After) Token(string token, int queries)
    {
        var parts = token.Split('.');
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var query) && query < queries
            ? parts switch
            {
                [_] => (query, null),
                [_, var text] when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var after) => (query, after),
                _ => throw CloudWatchErrors.NextToken,
            }
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
