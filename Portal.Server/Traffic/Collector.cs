using System.Collections.Concurrent;
using Portal.Server.Gateway;

namespace Portal.Server.Traffic;

/// <summary>Collects facts about calls from every connection, once for all who look. What AWS refuses is kept as a sentence, and tried again later and later.</summary>
internal sealed partial class Collector(IMeasuredStages stages, MetricsReader metrics, AccessLogReader logs, ReadingBook book, MetricsOptions options, TimeProvider clock, ILogger<Collector> logger) : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(Guid, ReadingKind), Turn> _turns = new();
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Reads from every connection now, whenever it was read before.</summary>
    public Task CollectAsync(CancellationToken cancellationToken) => CollectAsync(onlyDue: false, cancellationToken);

    /// <summary>Reads from those connections whose turn it is.</summary>
    public Task CollectDueAsync(CancellationToken cancellationToken) => CollectAsync(onlyDue: true, cancellationToken);

    public void Dispose() => _one.Dispose();

    private async Task CollectAsync(bool onlyDue, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);

        try
        {
            var connections = (await stages.AllAsync(cancellationToken)).GroupBy(stage => stage.Connection);

            await Task.WhenAll(connections.Select(connection => CollectAsync([.. connection], onlyDue, cancellationToken)));
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task CollectAsync(IReadOnlyList<MeasuredStage> measured, bool onlyDue, CancellationToken cancellationToken)
    {
        await TryAsync(measured, ReadingKind.Metrics, onlyDue, connection => metrics.ReadAsync(connection, measured, cancellationToken));

        if (measured.Any(stage => stage.AccessLogGroup is not null))
        {
            await TryAsync(measured, ReadingKind.AccessLogs, onlyDue, connection => logs.ReadAsync(connection, measured, cancellationToken));
        }
    }

    private async Task TryAsync(IReadOnlyList<MeasuredStage> measured, ReadingKind kind, bool onlyDue, Func<Guid, Task> read)
    {
        var (connection, every) = (measured[0].Connection, measured[0].IsSandbox ? options.SandboxEvery : options.Every);
        var turn = _turns.GetValueOrDefault((connection, kind)) ?? new Turn(DateTimeOffset.MinValue, 0);

        if (onlyDue && clock.GetUtcNow() < turn.Next)
        {
            return;
        }

        try
        {
            await read(connection);
            book.Succeeded(connection, kind, clock.GetUtcNow());
            _turns[(connection, kind)] = new Turn(clock.GetUtcNow() + every, 0);
        }
        catch (GatewayRefusedException refused)
        {
            var why = $"{refused.Operation} was answered with {refused.Code}: {refused.Message}";
            book.Failed(connection, kind, clock.GetUtcNow(), why);
            _turns[(connection, kind)] = turn.After(clock.GetUtcNow(), every, refused.RetryAfter);
            LogRefused(kind, connection, why);
        }
    }

    [LoggerMessage(EventId = 2600, Level = LogLevel.Warning, Message = "{Kind} of connection {Connection} could not be read, and will be tried again: {Why}")]
    private partial void LogRefused(ReadingKind kind, Guid connection, string why);

    /// <param name="Next">Not before that.</param>
    /// <param name="Refused">How often it was refused since it last went well.</param>
    private sealed record Turn(DateTimeOffset Next, int Refused)
    {
        public Turn After(DateTimeOffset now, TimeSpan every, TimeSpan? asked)
        {
            var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, every.Ticks << Math.Min(Refused, 10)));

            return new Turn(now + (asked > pause ? asked.Value : pause), Refused + 1);
        }
    }
}
