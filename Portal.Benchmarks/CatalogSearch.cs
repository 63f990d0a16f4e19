namespace Portal.Benchmarks;

/// <summary>The search of the catalog among many, as a script sees it: the whole way over HTTP, which is more than the server's own time.</summary>
internal sealed class CatalogSearch : Benchmark
{
    private const int Warm = CrowdedPortal.Warm;
    private const int Rounds = 1000;

    public override string Name => "catalog-search";

    public override string What => $"A search among {CrowdedPortal.Apis:N0} APIs, with {CrowdedPortal.Keys:N0} API keys in the database, over HTTP: p95 at most 10 ms";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        await using var crowded = await CrowdedPortal.StartAsync(cancellationToken);
        var times = new List<double>();

        for (var round = 0; round < Warm + Rounds; round++)
        {
            times.Add(await crowded.SearchAsync(round, cancellationToken));
        }

        return new Result(Name, 10, times.Skip(Warm).Order().ElementAt(Rounds * 95 / 100), "ms");
    }
}
