namespace Portal.Sandbox.CloudWatch.Expressions;

/// <summary>What stands between two operands. A number is taken with every value of a series, a series with every series of an array; two series where both have a value.</summary>
internal static class Operators
{
    /// <summary>From what binds least to what binds most; those of a row bind alike, from left to right.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, Func<double, double, double>>> Rows { get; } =
    [
        new Dictionary<string, Func<double, double, double>> { ["||"] = (left, right) => Truth(left is not 0 || right is not 0), ["OR"] = (left, right) => Truth(left is not 0 || right is not 0) },
        new Dictionary<string, Func<double, double, double>> { ["&&"] = (left, right) => Truth(left is not 0 && right is not 0), ["AND"] = (left, right) => Truth(left is not 0 && right is not 0) },
        new Dictionary<string, Func<double, double, double>>
        {
            ["=="] = (left, right) => Truth(left.Equals(right)),
            ["!="] = (left, right) => Truth(!left.Equals(right)),
            ["<="] = (left, right) => Truth(left <= right),
            [">="] = (left, right) => Truth(left >= right),
            ["<"] = (left, right) => Truth(left < right),
            [">"] = (left, right) => Truth(left > right),
        },
        new Dictionary<string, Func<double, double, double>> { ["+"] = (left, right) => left + right, ["-"] = (left, right) => left - right },
        new Dictionary<string, Func<double, double, double>> { ["*"] = (left, right) => left * right, ["/"] = (left, right) => left / right },
    ];

    public static Value Apply(Func<double, double, double> operation, Value left, Value right) => (left, right) switch
    {
        (Value.Scalar(var one), Value.Scalar(var other)) => new Value.Scalar(operation(one, other)),
        (Value.Scalar(var number), Value.Series or Value.Many) => right.Select(value => operation(number, value)),
        (Value.Series or Value.Many, Value.Scalar(var number)) => left.Select(value => operation(value, number)),
        (Value.Series(var one), Value.Series or Value.Many) => right.Each(other => one.Zip(other, operation) with { Label = other.Label }),
        (Value.Many, Value.Series(var other)) => left.Each(one => one.Zip(other, operation)),
        (Value.Many, Value.Many) => throw new ExpressionException("Operations between two arrays of time series are not supported"),
        _ => throw new ExpressionException("A text cannot be calculated with"),
    };

    private static double Truth(bool value) => value ? 1 : 0;
}
