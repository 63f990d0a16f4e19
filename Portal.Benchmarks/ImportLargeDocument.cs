using System.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>From the upload of a document of 1.7 MB to the change set that a person can read.</summary>
internal sealed class ImportLargeDocument : Benchmark
{
    public override string Name => "import-large-document";

    public override string What => "A document of 1.7 MB and 296 operations from upload to change set: at most 5 s (--document FILE takes another)";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        await using var portal = await RunningPortal.StartAsync(cancellationToken);
        var text = document is null ? LargeDocument.Make() : await File.ReadAllTextAsync(document, cancellationToken);

        var watch = Stopwatch.StartNew();
        var run = await portal.ProposeAsync(text, cancellationToken);
        await portal.GetAsync($"/api/v1/runs/{run}", cancellationToken);

        return new Result(Name, 5, watch.Elapsed.TotalSeconds, "s");
    }
}
