namespace Portal.Sandbox.CloudWatch.Expressions;

/// <summary>An expression as it was read: what it comes to in an evaluation, and which queries it names.</summary>
internal sealed record MetricMath(Func<Evaluation, Value> Evaluate, IReadOnlySet<string> Ids)
{
    public static MetricMath Parse(string expression)
    {
        if (expression.TrimStart().StartsWith("SELECT ", StringComparison.OrdinalIgnoreCase))
        {
            throw new ExpressionException("The sandbox does not know Metrics Insights yet");
        }

        var (evaluate, ids) = ExpressionParser.Parse(expression);
        return new(evaluate, ids);
    }
}
