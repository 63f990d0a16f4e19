namespace Portal.Sandbox.CloudWatch.Expressions;

/// <summary>What an expression may come to.</summary>
internal abstract record Value
{
    internal sealed record Scalar(double Number) : Value;

    internal sealed record Series(TimeSeries One) : Value;

    internal sealed record Many(IReadOnlyList<TimeSeries> All) : Value;

    /// <summary>Text between quotes, or a word such as <c>REPEAT</c> that only some functions take.</summary>
    internal sealed record Word(string Text) : Value;

    public IReadOnlyList<TimeSeries> AllSeries => this switch
    {
        Series(var one) => [one],
        Many(var all) => all,
        _ => [],
    };

    /// <summary>The same done to a number, a series, or each of several.</summary>
    public Value Select(Func<double, double> change) => this switch
    {
        Scalar(var number) => new Scalar(change(number)),
        _ => Each(series => series.Select(change)),
    };

    public Value Each(Func<TimeSeries, TimeSeries> change) => this switch
    {
        Series(var one) => new Series(change(one)),
        Many(var all) => new Many([.. all.Select(change)]),
        _ => throw new ExpressionException("A time series is expected here"),
    };
}

/// <summary>What is wrong with an expression; whoever evaluates it says with which.</summary>
internal sealed class ExpressionException(string message) : Exception(message);
