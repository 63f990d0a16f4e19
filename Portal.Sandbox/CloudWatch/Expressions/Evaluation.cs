using Portal.Sandbox.State;

namespace Portal.Sandbox.CloudWatch.Expressions;

/// <summary>The queries of one call with the span that is asked for: what each comes to, worked out once however many expressions name it.</summary>
internal sealed class Evaluation(Region region, IReadOnlyList<MetricQuery> queries, DateTimeOffset start, DateTimeOffset end, DateTimeOffset now)
{
    private const int UsualPeriod = 60;
    private const int SearchPeriod = 300;
    private const int MostPeriods = 100_800;

    private readonly Dictionary<string, MetricQuery> _queries = queries.ToDictionary(query => query.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Value> _known = new(StringComparer.Ordinal);
    private readonly Stack<MetricQuery> _asking = new();

    /// <summary>The series that a query comes to, labelled.</summary>
    public IReadOnlyList<TimeSeries> Answer(MetricQuery query)
    {
        var value = Find(query.Id);
        if (value is not (Value.Series or Value.Many))
        {
            throw Refusal(query, new("The expression must return a time series or an array of time series"));
        }

        var all = value.AllSeries;
        return [.. all.Select(series => series with { Label = Labels.Of(query, series, value is Value.Many, region) })];
    }

    public Value Find(string id)
    {
        if (_known.TryGetValue(id, out var known))
        {
            return known;
        }

        var query = _queries[id];
        _asking.Push(query);
        try
        {
            return _known[id] = query.Math is { } math ? math.Evaluate(this) : new Value.Series(Read(query.Stat!, Labels.Usual(queries, query)));
        }
        catch (ExpressionException exception)
        {
            throw Refusal(query, exception);
        }
        finally
        {
            _asking.Pop();
        }
    }

    /// <summary>The metrics of the call whose ids contain a text; expressions are none.</summary>
    public Value Metrics(string part) =>
        new Value.Many([.. queries.Where(query => query.Stat is not null && query.Id.Contains(part, StringComparison.Ordinal)).SelectMany(query => Find(query.Id).AllSeries)]);

    public Value Search(string text, string name, int? period)
    {
        var statistic = Statistic.Find(name) ?? throw new ExpressionException($"The statistic {name} is not supported");
        var step = period ?? _asking.Peek().Period ?? SearchPeriod;
        if (!Window.IsPeriod(step))
        {
            throw new ExpressionException($"The period {step} must be 1, 5, 10, 20, 30 or a multiple of 60");
        }

        var found = SearchPattern.Parse(text).Find(region.Metrics.Metrics(now - ListMetrics.Forgotten));
        return new Value.Many([.. found.Select((metric, place) => Read(new(metric, null, step, statistic), Labels.Telling(found, place)))]);
    }

    /// <summary>A number in every period.</summary>
    public TimeSeries Constant(double number)
    {
        var period = _asking.Peek().Period ?? queries.Where(query => query.Stat is not null).Select(query => query.Stat!.Period).DefaultIfEmpty(UsualPeriod).Max();
        return new("TIME_SERIES", period, [.. Seconds(period).Select(second => (second, number))]);
    }

    /// <summary>The seconds at which the periods of the span begin.</summary>
    public IEnumerable<long> Seconds(int period)
    {
        if (Window.Of(start, end, period, now) is { } window)
        {
            if ((window.End - window.Start) / period > MostPeriods)
            {
                throw new ExpressionException($"The span has more than {MostPeriods} periods");
            }

            for (var second = window.Start; second < window.End; second += period)
            {
                yield return second;
            }
        }
    }

    private TimeSeries Read(MetricStat stat, string label)
    {
        var units = stat.Unit is { } asked ? [asked] : region.Metrics.Units(stat.Metric);
        TimeSeries empty = new(label, stat.Period, []) { Source = stat, Units = units.Count > 1 ? $"[{string.Join(", ", units)}]" : null };
        if (units is not [var unit, ..] || Window.Of(start, end, stat.Period, now) is not { } window)
        {
            return empty;
        }

        var points =
            from period in window.Of(region.Metrics, new(stat.Metric, unit))
            let value = stat.Statistic.Of(period.Values)
            where value is not null
            select (period.Second, value.Value);
        return empty with { Points = [.. points] };
    }

    private static Wire.AwsError Refusal(MetricQuery query, ExpressionException exception) => CloudWatchErrors.Validation($"Error in expression '{query.Id}': {exception.Message}");
}
