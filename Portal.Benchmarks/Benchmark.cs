namespace Portal.Benchmarks;

/// <summary>One budget and how it is measured.</summary>
internal abstract class Benchmark
{
    public abstract string Name { get; }

    /// <summary>What is measured, and what the budget is, in words.</summary>
    public abstract string What { get; }

    /// <param name="document">A document to use in place of the benchmark's own, where it uses one.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public abstract Task<Result> RunAsync(string? document, CancellationToken cancellationToken);
}

/// <param name="Name">The benchmark.</param>
/// <param name="Target">The most that is allowed.</param>
/// <param name="Measured">What it was.</param>
/// <param name="Unit">Of both.</param>
internal sealed record Result(string Name, double Target, double Measured, string Unit)
{
    public double Ratio => Measured / Target;

    public bool Ok => Measured <= Target;
}
