namespace Portal.Sandbox.CloudWatch.Expressions;

/// <summary>The functions of metric math by their names.</summary>
internal static class Functions
{
    private static readonly Dictionary<string, Func<Evaluation, Value[], Value>> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ABS"] = Plain(Math.Abs),
        ["CEIL"] = Plain(Math.Ceiling),
        ["FLOOR"] = Plain(Math.Floor),
        ["LOG"] = Plain(Math.Log),
        ["LOG10"] = Plain(Math.Log10),
        ["AVG"] = Aggregates.Function("AVG"),
        ["SUM"] = Aggregates.Function("SUM"),
        ["MIN"] = Aggregates.Function("MIN"),
        ["MAX"] = Aggregates.Function("MAX"),
        ["STDDEV"] = Aggregates.Function("STDDEV"),
        ["DATAPOINT_COUNT"] = Aggregates.Function("DATAPOINT_COUNT"),
        ["METRICS"] = (evaluation, arguments) => arguments switch
        {
            [] => evaluation.Metrics(""),
            [Value.Word(var part)] => evaluation.Metrics(part),
            _ => throw Wrong("METRICS"),
        },
        ["METRIC_COUNT"] = (_, arguments) => arguments is [Value.Many(var all)] ? new Value.Scalar(all.Count) : throw Wrong("METRIC_COUNT"),
        ["SEARCH"] = (evaluation, arguments) => arguments switch
        {
            [Value.Word(var search), Value.Word(var statistic)] => evaluation.Search(search, statistic, null),
            [Value.Word(var search), Value.Word(var statistic), Value.Scalar(var period)] => evaluation.Search(search, statistic, (int)period),
            _ => throw Wrong("SEARCH"),
        },
        ["DIFF"] = SeriesFunctions.Between("DIFF", (_, change) => change),
        ["DIFF_TIME"] = SeriesFunctions.Between("DIFF_TIME", (seconds, _) => seconds),
        ["RATE"] = SeriesFunctions.Between("RATE", (seconds, change) => change / seconds),
        ["RUNNING_SUM"] = (_, arguments) => SeriesFunctions.RunningSum(One("RUNNING_SUM", arguments)),
        ["FILL"] = (evaluation, arguments) => arguments is [var value, var filler] ? SeriesFunctions.Fill(evaluation, value, filler) : throw Wrong("FILL"),
        ["IF"] = (_, arguments) => SeriesFunctions.If(arguments),
        ["PERIOD"] = (_, arguments) => One("PERIOD", arguments) is Value.Series(var series) ? new Value.Scalar(series.Period) : throw Wrong("PERIOD"),
        ["TIME_SERIES"] = (evaluation, arguments) => arguments is [Value.Scalar(var number)] ? new Value.Series(evaluation.Constant(number)) : throw Wrong("TIME_SERIES"),
        ["SORT"] = ArrayFunctions.Sort,
        ["SLICE"] = ArrayFunctions.Slice,
        ["FIRST"] = (_, arguments) => arguments is [Value.Many([var first, ..])] ? new Value.Series(first) : throw Wrong("FIRST"),
        ["LAST"] = (_, arguments) => arguments is [Value.Many([.., var last])] ? new Value.Series(last) : throw Wrong("LAST"),
        ["REMOVE_EMPTY"] = (_, arguments) => arguments is [Value.Many(var all)] ? new Value.Many([.. all.Where(series => series.Points.Count > 0)]) : throw Wrong("REMOVE_EMPTY"),
        ["MINUTE"] = Clock(time => time.Minute),
        ["HOUR"] = Clock(time => time.Hour),
        ["DAY"] = Clock(time => time.DayOfWeek is DayOfWeek.Sunday ? 7 : (int)time.DayOfWeek),
        ["DATE"] = Clock(time => time.Day),
        ["MONTH"] = Clock(time => time.Month),
        ["YEAR"] = Clock(time => time.Year),
        ["EPOCH"] = Clock(time => time.ToUnixTimeSeconds()),
    };

    public static Func<Evaluation, Value[], Value>? Find(string name) => Known.GetValueOrDefault(name);

    public static ExpressionException Wrong(string function) => new($"The arguments of function {function} are not those that it takes");

    public static Value One(string function, Value[] arguments) => arguments is [Value.Series or Value.Many or Value.Scalar] ? arguments[0] : throw Wrong(function);

    private static Func<Evaluation, Value[], Value> Plain(Func<double, double> change) => (_, arguments) => arguments is [var value] ? value.Select(change) : throw new ExpressionException("One argument is expected");

    /// <summary>What the clock (UTC) says in each period of a series' span, also where the series has no value.</summary>
    private static Func<Evaluation, Value[], Value> Clock(Func<DateTimeOffset, double> read) => (evaluation, arguments) => arguments is [var value]
        ? value.Each(series => series.Calculated([.. evaluation.Seconds(series.Period).Select(second => (second, read(DateTimeOffset.FromUnixTimeSeconds(second))))]))
        : throw new ExpressionException("One argument is expected");
}
