using Portal.Server.Platform;

namespace Portal.Server.Traffic;

/// <summary>Keeps the collector going, and lets go of what is too old.</summary>
internal sealed class CollectorRounds(Collector collector, SeriesStore store, FactStore facts, MetricsOptions options, TimeProvider clock) : IRounds
{
    private DateTimeOffset _forgotten;

    public string Work => "Collecting facts about calls";

    public TimeSpan Pause => TimeSpan.FromSeconds(1);

    public bool IsWanted => options.Enabled;

    public async Task RoundAsync(CancellationToken cancellationToken)
    {
        await collector.CollectDueAsync(cancellationToken);
        Forget();
    }

    /// <summary>Once an hour, a little at a time.</summary>
    private void Forget()
    {
        var now = clock.GetUtcNow();

        if (now - _forgotten < TimeSpan.FromHours(1))
        {
            return;
        }

        // Several times as fast as it comes, and never long.
        var left = Resolution.All.Where(resolution => now.AddDays(-options.KeepDays(resolution)) is var before && store.Forget(resolution, before) | facts.Forget(resolution, before)).ToList();
        _forgotten = left is [] ? now : _forgotten;
    }
}
