namespace Portal.Sandbox.CloudWatch.Expressions;

/// <summary>Functions that choose from an array of series.</summary>
internal static class ArrayFunctions
{
    /// <summary><c>SORT(array, AVG|MIN|MAX|SUM, ASC|DESC[, so many])</c>. Series without values come last.</summary>
    public static Value Sort(Evaluation evaluation, Value[] arguments)
    {
        if (arguments is not [Value.Many(var all), Value.Word("AVG" or "MIN" or "MAX" or "SUM") by, Value.Word("ASC" or "DESC") order, ..] || arguments.Length > 4)
        {
            throw Functions.Wrong("SORT");
        }

        var most = arguments switch
        {
            [_, _, _] => all.Count,
            [_, _, _, Value.Scalar(var number)] => (int)number,
            _ => throw Functions.Wrong("SORT"),
        };
        var known = all.Select(series => (Series: series, Key: Aggregates.Of(by.Text, series))).OrderBy(pair => pair.Key is null);
        var sorted = order.Text is "ASC" ? known.ThenBy(pair => pair.Key) : known.ThenByDescending(pair => pair.Key);
        return new Value.Many([.. sorted.Select(pair => pair.Series).Take(most)]);
    }

    /// <summary>From one place, the first being 0, to the end or up to and without another.</summary>
    public static Value Slice(Evaluation evaluation, Value[] arguments) => arguments switch
    {
        [Value.Many(var all), Value.Scalar(var from)] => new Value.Many([.. all.Skip((int)from)]),
        [Value.Many(var all), Value.Scalar(var from), Value.Scalar(var to)] => new Value.Many([.. all.Skip((int)from).Take((int)to - (int)from)]),
        _ => throw Functions.Wrong("SLICE"),
    };
}
