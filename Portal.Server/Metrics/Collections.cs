using Portal.Server.Traffic;
using Portal.Shared.Metrics;

namespace Portal.Server.Metrics;

/// <summary>Tells how old the numbers of a connection are, and why.</summary>
internal sealed class Collections(ReadingBook book, MetricsOptions options, TimeProvider clock)
{
    public CollectionView Of(Guid connection, string name)
    {
        var reading = book.Of(connection, ReadingKind.Metrics);

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
