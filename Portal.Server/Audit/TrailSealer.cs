using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;

namespace Portal.Server.Audit;

/// <summary>
/// Gives each line of the trail its number and seal within seconds. A line is written with its deed and sealed after it, so that no deed waits for the one before.
/// Once a day the head is written to the log, which is kept elsewhere: a trail that was cut at its end no longer has it.
/// </summary>
internal sealed partial class TrailSealer(IServiceScopeFactory scopes, SealingKeys keys, TimeProvider clock, ILogger<TrailSealer> logger) : IRounds, IDisposable
{
    private const int Batch = 500;

    private readonly SemaphoreSlim _one = new(1);
    private DateOnly _told;

    public string Work => "Sealing the audit trail";

    public TimeSpan Pause => TimeSpan.FromSeconds(1);

    /// <summary>Seals what is there; returns the last line.</summary>
    public async Task<SealedLine?> SealAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);

        try
        {
            return await SealAllAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<SealedLine?> SealAllAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var last = await db.Set<AuditEvent>().AsNoTracking().Where(line => line.Number != null).OrderByDescending(line => line.Number).FirstOrDefaultAsync(cancellationToken);
            var open = await db.Set<AuditEvent>().Where(line => line.Number == null).OrderBy(line => line.Id).Take(Batch).ToListAsync(cancellationToken);
            var head = last?.ToSealed();

            foreach (var line in open)
            {
                head = Seal(line, head);
                line.Take(head);
            }

            await db.SaveChangesAsync(cancellationToken);

            if (open.Count < Batch)
            {
                return head;
            }
        }
    }

    public async Task RoundAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

        if (await SealAsync(cancellationToken) is { } head && _told != today)
        {
            LogHead(head.Number, head.Hash, head.Key);
            _told = today;
        }
    }

    private SealedLine Seal(AuditEvent line, SealedLine? before)
    {
        var open = line.ToSealed() with { Number = (before?.Number ?? 0) + 1 };
        var hash = open.HashAfter(before?.Hash ?? SealedLine.Beginning);
        var (key, signature) = keys.Sign(hash);

        return open with { Hash = hash, Key = key, Signature = signature };
    }

    [LoggerMessage(EventId = 1900, Level = LogLevel.Information, Message = "The audit trail is sealed up to line {Number}, hash {Hash}, by key {Key}; keep this line elsewhere")]
    private partial void LogHead(long number, string hash, string key);
}
