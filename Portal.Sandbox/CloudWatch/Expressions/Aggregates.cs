namespace Portal.Sandbox.CloudWatch.Expressions;

/// <summary>Functions that make one of many: of a series a number, of an array a series, by the values that fall on the same second.</summary>
internal static class Aggregates
{
    private static readonly Dictionary<string, Func<IReadOnlyList<double>, double>> Known = new(StringComparer.Ordinal)
    {
        ["AVG"] = values => values.Average(),
        ["SUM"] = values => values.Sum(),
        ["MIN"] = values => values.Min(),
        ["MAX"] = values => values.Max(),
        ["DATAPOINT_COUNT"] = values => values.Count,
        ["STDDEV"] = values => values.Average() is var mean ? Math.Sqrt(values.Average(value => (value - mean) * (value - mean))) : 0,
    };

    public static Func<Evaluation, Value[], Value> Function(string name) => (_, arguments) => arguments switch
    {
        [Value.Series(var series)] => new Value.Scalar(Of(name, series) ?? 0),
        [Value.Many(var all)] => new Value.Series(Together(name, all)),
        // As (m1, m2) in brackets would be.
        [_, _, ..] when arguments.All(argument => argument is Value.Series) => new Value.Series(Together(name, [.. arguments.SelectMany(argument => argument.AllSeries)])),
        [_, _, ..] when arguments.All(argument => argument is Value.Scalar) => new Value.Scalar(Known[name]([.. arguments.Cast<Value.Scalar>().Select(argument => argument.Number)])),
        _ => throw Functions.Wrong(name),
    };

    /// <summary>Null of a series without values.</summary>
    public static double? Of(string name, TimeSeries series) => series.Points.Count > 0 ? Known[name]([.. series.Points.Select(point => point.Value)]) : null;

    private static TimeSeries Together(string name, IReadOnlyList<TimeSeries> all)
    {
        SortedDictionary<long, List<double>> values = [];
        foreach (var (second, value) in all.SelectMany(series => series.Points))
        {
            if (!values.TryGetValue(second, out var found))
            {
                values[second] = found = [];
            }

            found.Add(value);
        }

        return new(name, all.Select(series => series.Period).DefaultIfEmpty(60).Max(), [.. values.Select(pair => (pair.Key, Known[name](pair.Value)))]);
    }
}
