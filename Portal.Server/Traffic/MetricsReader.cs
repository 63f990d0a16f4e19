using Portal.Server.Gateway;

namespace Portal.Server.Traffic;

/// <summary>Reads what CloudWatch counted of the stages of one connection: from where it left off, and once more what may have come late.</summary>
internal sealed class MetricsReader(IFactSources sources, SeriesStore store, ReadingBook book, MetricsOptions options, TimeProvider clock)
{
    /// <summary>With a full call of queries this stays below the 100,800 values that one answer of CloudWatch holds.</summary>
    private const int PeriodsPerCall = 200;

    public async Task ReadAsync(Guid connection, IReadOnlyList<MeasuredStage> stages, CancellationToken cancellationToken)
    {
        var source = await sources.OpenMetricsAsync(connection, cancellationToken);

        foreach (var resolution in Resolution.All)
        {
            await ReadAsync(source, connection, stages, resolution, cancellationToken);
        }
    }

    private async Task ReadAsync(IMetricsSource source, Guid connection, IReadOnlyList<MeasuredStage> stages, Resolution resolution, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var marks = book.Marks(stages.Select(stage => stage.Id), resolution);
        var wanted = stages
            .Where(stage => stage.IsSandbox || marks.GetValueOrDefault(stage.Id) is not { } mark || now - mark.At >= resolution.Pause)
            .GroupBy(stage => (From: Beginning(stage, marks.GetValueOrDefault(stage.Id), resolution, now), stage.Counted));

        foreach (var group in wanted)
        {
            foreach (var batch in group.Chunk(IMetricsSource.MostQueries / resolution.Asked(group.Key.Counted).Count))
            {
                await ReadAsync(source, connection, new Batch(batch, group.Key.Counted, resolution, group.Key.From, resolution.End(now)), cancellationToken);
            }
        }
    }

    private async Task ReadAsync(IMetricsSource source, Guid connection, Batch batch, CancellationToken cancellationToken)
    {
        var asked = batch.Resolution.Asked(batch.Counted);
        var keys = batch.Stages.SelectMany(stage => asked.Select(statistic => new SeriesKey(stage.Id, statistic))).ToList();
        var queries = batch.Stages.SelectMany(stage => asked.Select(statistic => new MetricQuery(stage.Api, stage.Name, statistic.Metric, statistic.Of) { ById = stage.ById })).ToList();

        for (var from = batch.From; from < batch.Until; from += PeriodsPerCall * batch.Resolution.Period)
        {
            var until = Earlier(from + (PeriodsPerCall * batch.Resolution.Period), batch.Until);
            book.Count(connection, clock.GetUtcNow(), queries.Count);
            var points = await source.ReadAsync(queries, new MetricSpan(from, until, batch.Resolution.Period), cancellationToken);
            Keep(batch, [.. keys.Zip(points)], from, until);
        }
    }

    /// <summary>The mark comes last: whoever is cut before it reads the same once more, and what is there is replaced by itself.</summary>
    private void Keep(Batch batch, IReadOnlyList<(SeriesKey, IReadOnlyList<MetricPoint>)> series, DateTimeOffset from, DateTimeOffset until)
    {
        store.Write(batch.Resolution, series);

        if (batch.Resolution == Resolution.Minute)
        {
            List<SeriesKey> sums = [.. batch.Stages.SelectMany(stage => batch.Counted.Sums.Select(sum => new SeriesKey(stage.Id, sum)))];
            store.AddUp(sums, Resolution.FiveMinutes, from, until);
            store.AddUp(sums, Resolution.Hour, from, until);
        }

        book.Mark(batch.Stages.Select(stage => stage.Id), batch.Resolution, new Mark(until, clock.GetUtcNow()));
    }

    private DateTimeOffset Beginning(MeasuredStage stage, Mark? mark, Resolution resolution, DateTimeOffset now)
    {
        var wanted = mark is null ? stage.Since : mark.Until - resolution.Again;
        var earliest = now.AddDays(-options.BackFill);

        return resolution.Begin(wanted > earliest ? wanted : earliest);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private sealed record Batch(IReadOnlyList<MeasuredStage> Stages, Counted Counted, Resolution Resolution, DateTimeOffset From, DateTimeOffset Until);
}
