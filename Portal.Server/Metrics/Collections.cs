using Portal.Server.Traffic;
using Portal.Shared.Metrics;

namespace Portal.Server.Metrics;

/// <summary>Tells how old the numbers of a connection are, and why.</summary>
internal sealed class Collections(ReadingBook book, MetricsOptions options, TimeProvider clock)
{
    public CollectionView Of(Guid connection, string name, ReadingKind kind = ReadingKind.Metrics)
    {
        var reading = book.Of(connection, kind);

        return new CollectionView
        {
            ConnectionId = connection,
            Connection = name,
            Enabled = options.Enabled,
            ReadAt = reading.ReadAt,
            FailedAt = reading.FailedAt,
            Why = reading.Why,
            QueriesOfLastHour = book.QueriesOfLastHour(connection, clock.GetUtcNow()),
        };
    }
}
