namespace Portal.Sandbox.CloudWatch.Expressions;

/// <summary>Functions that look at a series value by value.</summary>
internal static class SeriesFunctions
{
    /// <summary>From each value to the one before, told by the seconds and the change between them.</summary>
    public static Func<Evaluation, Value[], Value> Between(string function, Func<double, double, double> tell) => (_, arguments) => arguments is [Value.Series or Value.Many]
        ? arguments[0].Each(series => series.Calculated([.. series.Points.Zip(series.Points.Skip(1), (before, point) => (point.Second, tell(point.Second - before.Second, point.Value - before.Value)))]))
        : throw Functions.Wrong(function);

    public static Value RunningSum(Value value) => value.Each(series =>
    {
        var sum = 0d;
        return series.Calculated([.. series.Points.Select(point => (point.Second, sum += point.Value))]);
    });

    /// <summary>Fills gaps by a number, another series, the value before (<c>REPEAT</c>) or the line between two (<c>LINEAR</c>).</summary>
    public static Value Fill(Evaluation evaluation, Value value, Value filler) => value.Each(series =>
    {
        var known = series.Points.ToDictionary(point => point.Second, point => point.Value);
        var seconds = evaluation.Seconds(series.Period);
        Func<long, double?> fill = filler switch
        {
            Value.Scalar(var number) => _ => number,
            Value.Series(var other) => other.Points.ToDictionary(point => point.Second, point => point.Value) is var others ? second => others.TryGetValue(second, out var found) ? found : null : _ => null,
            Value.Word("REPEAT") => second => Before(series, second)?.Value,
            Value.Word("LINEAR") => second => Line(series, second),
            _ => throw Functions.Wrong("FILL"),
        };
        var filled =
            from second in seconds
            let found = known.TryGetValue(second, out var one) ? one : fill(second)
            where found is not null
            select (second, found.Value);
        return series.Calculated([.. filled]);
    });

    /// <summary>One of two by whether a condition, which is true unless it is 0, holds; without the second, nothing where it does not.</summary>
    public static Value If(Value[] arguments) => arguments switch
    {
        [Value.Scalar(var condition), var yes] => condition is not 0 ? yes : throw new ExpressionException("IF with a number as its condition needs both results"),
        [Value.Scalar(var condition), var yes, var no] => condition is not 0 ? yes : no,
        [Value.Series or Value.Many, var yes] => arguments[0].Each(condition => Chosen(condition, yes, null)),
        [Value.Series or Value.Many, var yes, var no] => arguments[0].Each(condition => Chosen(condition, yes, no)),
        _ => throw Functions.Wrong("IF"),
    };

    private static TimeSeries Chosen(TimeSeries condition, Value yes, Value? no)
    {
        var (first, second) = (At(yes), no is null ? _ => null : At(no));
        var chosen =
            from point in condition.Points
            let value = point.Value is not 0 ? first(point.Second) : second(point.Second)
            where value is not null
            select (point.Second, value.Value);
        return condition.Calculated([.. chosen]);
    }

    private static Func<long, double?> At(Value value)
    {
        switch (value)
        {
            case Value.Scalar(var number):
                return _ => number;
            case Value.Series(var series):
                var known = series.Points.ToDictionary(point => point.Second, point => point.Value);
                return second => known.TryGetValue(second, out var found) ? found : null;
            default:
                throw Functions.Wrong("IF");
        }
    }

    private static (long Second, double Value)? Before(TimeSeries series, long second) => After(series, second) is > 0 and var place ? series.Points[place - 1] : null;

    private static double? Line(TimeSeries series, long second)
    {
        var place = After(series, second);
        if (place is 0 || place == series.Points.Count)
        {
            return null;
        }

        var ((start, from), (end, to)) = (series.Points[place - 1], series.Points[place]);
        return from + ((to - from) * (second - start) / (end - start));
    }

    /// <summary>The place of the first value after a second.</summary>
    private static int After(TimeSeries series, long second)
    {
        var (from, to) = (0, series.Points.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = series.Points[middle].Second > second ? (from, middle) : (middle + 1, to);
        }

        return from;
    }
}
