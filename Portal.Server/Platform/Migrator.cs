using Microsoft.EntityFrameworkCore;

namespace Portal.Server.Platform;

/// <summary>Brings the database to this program's schema before anything else starts. It only ever adds what is missing; a database of a newer program is left alone.</summary>
internal sealed partial class Migrator(IServiceScopeFactory scopes, DataFolder folder, ILogger<Migrator> logger)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        var known = db.Database.GetMigrations().ToHashSet();
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);

        if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } newer)
        {
            throw new InvalidOperationException(
                $"The database was last used by a newer version of the portal (it has the migration '{newer}', which this one does not know). Start the newer version, or restore a backup.");
        }

        var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);

        if (pending.Any())
        {
            LogMigrating(db.Database.ProviderName, folder.Path);
            await db.Database.MigrateAsync(cancellationToken);
        }
    }

    [LoggerMessage(EventId = 1000, Level = LogLevel.Information, Message = "Bringing the database ({Provider}, data folder {Folder}) to this version's schema")]
    private partial void LogMigrating(string? provider, string folder);
}
