using Portal.Server.Gateway;
using Portal.Server.Traffic;

namespace Portal.Benchmarks;

/// <summary>The same as <see cref="KeyIssue"/> while facts about calls are written to the file beside the database without a pause, in batches as the collector writes them.</summary>
internal sealed class KeyIssueWhileCollecting : Benchmark
{
    private const int Stages = 50;

    public override string Name => "key-issue-collecting";

    public override string What => "The same while a collector writes without a pause, 50 stages and an hour of minutes at a time: 95 of 100 in 300 ms";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        await using var portal = await RunningPortal.StartAsync(cancellationToken);
        using var issued = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var file = new SeriesFile(Path.Combine(portal.Folder, "series.db"));
        var writing = Task.Run(() => Write(new SeriesStore(file), issued.Token), cancellationToken);
        var p95 = await KeyIssue.MeasureAsync(portal, cancellationToken);
        await issued.CancelAsync();
        var batches = await writing;

        return batches > 0 ? new Result(Name, 300, p95, "ms") : throw new InvalidOperationException("Nothing was written meanwhile.");
    }

    private static int Write(SeriesStore store, CancellationToken cancellationToken)
    {
        var stages = Enumerable.Range(0, Stages).Select(_ => Guid.NewGuid()).ToList();
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var batches = 0;

        while (!cancellationToken.IsCancellationRequested)
        {
            store.Write(Resolution.Minute, stages.SelectMany(stage => Counted.Calls.All.Select(statistic => (new SeriesKey(stage, statistic), Points(at, batches)))));
            at += TimeSpan.FromHours(1);
            batches++;
        }

        return batches;
    }

    private static IReadOnlyList<MetricPoint> Points(DateTimeOffset at, int value) => [.. Enumerable.Range(0, 60).Select(minute => new MetricPoint(at.AddMinutes(minute), value))];
}
