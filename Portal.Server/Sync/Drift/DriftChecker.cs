using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

/// <summary>Holds one API or usage plan against what runs left of it, and keeps what it finds.</summary>
internal sealed partial class DriftChecker(IServiceScopeFactory scopes, DriftWitness witness, TimeProvider clock, ILogger<DriftChecker> logger)
{
    /// <summary>After a run the gateway is as approved or not for another reason; before it has ended there is nothing to be said.</summary>
    private static readonly TimeSpan AfterRun = TimeSpan.FromSeconds(20);

    private const int Tries = 3;

    public async Task CheckAsync(Guid connection, string subject, DriftLook look, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var applied = await AppliedAsync(db, connection, subject, cancellationToken);

        if (applied is [] && await ImportedBaseline.PartsOrNullAsync(db, connection, subject, cancellationToken) is { } parts)
        {
            await BeginAsync(scope, connection, subject, parts, cancellationToken);

            return;
        }

        if (applied is [] || await IsBusyAsync(db, connection, subject, cancellationToken))
        {
            await PutOffAsync(connection, subject, applied is [], cancellationToken);

            return;
        }

        try
        {
            var gateway = await scope.ServiceProvider.GetRequiredService<IGateways>().OpenAsync(connection, cancellationToken);
            var state = new GatewayState([.. applied.Select(row => Spec.Parse(row.Spec))]);
            var found = await gateway.LookAsync(ScopeOf(connection, subject, state), look is DriftLook.Quick ? state : null, cancellationToken);
            var names = await NamesAsync(db, applied, cancellationToken);

            await KeepAsync(new Checked(connection, subject, look, applied, state, found, DriftFinder.Compare(state, found, names)), cancellationToken);
        }
        catch (GatewayRefusedException refused)
        {
            await TroubleAsync(connection, subject, look, $"{refused.Operation}: {refused.Code}: {refused.Message}", cancellationToken);
        }
    }

    public static GatewayScope ScopeOf(Guid connection, string subject, GatewayState applied) =>
        new(connection, Address.Parse(subject), [.. applied.Specs.OfType<StageSpec>().Select(stage => stage.Id)]);

    public static Task<List<AppliedSpec>> AppliedAsync(PortalDb db, Guid connection, string subject, CancellationToken cancellationToken) =>
        db.Set<AppliedSpec>().AsNoTracking().Where(row => row.ConnectionId == connection && row.Subject == subject).OrderBy(row => row.Address).ToListAsync(cancellationToken);

    /// <summary>What people call things that specs know by id only, as the runs that left them had it.</summary>
    public static async Task<Dictionary<string, string>> NamesAsync(PortalDb db, IReadOnlyCollection<AppliedSpec> applied, CancellationToken cancellationToken)
    {
        var runs = applied.Select(row => row.RunId).Distinct().ToList();
        var names = await db.Set<ChangeRun>().Where(run => runs.Contains(run.Id)).Select(run => run.Names).ToListAsync(cancellationToken);

        return names.SelectMany(map => map).DistinctBy(name => name.Key).ToDictionary(name => name.Key, name => name.Value);
    }

    /// <summary>Of what was imported this is the first look: what it shows is what later ones are held against.</summary>
    private async Task BeginAsync(AsyncServiceScope scope, Guid connection, string subject, IReadOnlyList<string> parts, CancellationToken cancellationToken)
    {
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        try
        {
            var gateway = await scope.ServiceProvider.GetRequiredService<IGateways>().OpenAsync(connection, cancellationToken);
            var look = await gateway.LookAsync(new GatewayScope(connection, Address.Parse(subject), parts), null, cancellationToken);

            if (look.AwsId is not null && await db.Set<DriftCheck>().FindAsync([connection, subject], cancellationToken) is { } check)
            {
                await ImportedBaseline.TakeAsync(db, check, look, clock.GetUtcNow(), cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
            else
            {
                await TroubleAsync(connection, subject, DriftLook.Full, "It was imported, and is not there any more.", cancellationToken);
            }
        }
        catch (GatewayRefusedException refused)
        {
            await TroubleAsync(connection, subject, DriftLook.Full, $"{refused.Operation}: {refused.Code}: {refused.Message}", cancellationToken);
        }
    }

    private async Task KeepAsync(Checked done, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

            // A run that came and went while AWS was asked would look like drift.
            if (await IsBusyAsync(db, done.Connection, done.Subject, cancellationToken)
                || !(await AppliedAsync(db, done.Connection, done.Subject, cancellationToken)).Select(row => (row.Address, row.RunId, row.At)).SequenceEqual(done.Applied.Select(row => (row.Address, row.RunId, row.At))))
            {
                await PutOffAsync(done.Connection, done.Subject, isGone: false, cancellationToken);

                return;
            }

            try
            {
                var fresh = await new FindingBook(db, clock.GetUtcNow()).WriteAsync(done, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                LogChecked(done.Subject, done.Look, done.Found.Count, fresh.Count);
                await witness.TellAsync(done, cancellationToken);

                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < Tries)
            {
                // Somebody ignored one of them at this very moment.
            }
        }
    }

    private async Task PutOffAsync(Guid connection, string subject, bool isGone, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        if (await db.Set<DriftCheck>().FindAsync([connection, subject], cancellationToken) is not { } check)
        {
            return;
        }

        if (isGone)
        {
            db.Remove(check);
            (await db.Set<DriftFinding>().Where(row => row.ConnectionId == connection && row.Subject == subject && row.State != FindingState.Resolved).ToListAsync(cancellationToken))
                .ForEach(finding => finding.Settle(null, clock.GetUtcNow()));
        }
        else
        {
            check.NotBefore = clock.GetUtcNow() + AfterRun;
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task TroubleAsync(Guid connection, string subject, DriftLook look, string why, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        if (await db.Set<DriftCheck>().FindAsync([connection, subject], cancellationToken) is { } check)
        {
            (check.Wanted, check.Trouble) = (null, why.Length <= 1000 ? why : why[..999] + "…");
            check.Looked(look, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }

        LogTrouble(subject, look, why);
    }

    private static Task<bool> IsBusyAsync(PortalDb db, Guid connection, string subject, CancellationToken cancellationToken) =>
        db.Set<ChangeRun>().AnyAsync(run => run.ConnectionId == connection && run.Subject == subject && run.State == RunState.Running, cancellationToken);

    [LoggerMessage(EventId = 3150, Level = LogLevel.Debug, Message = "{Look} drift check of {Subject}: {Found} places differ, {Fresh} of them newly")]
    private partial void LogChecked(string subject, DriftLook look, int found, int fresh);

    [LoggerMessage(EventId = 3151, Level = LogLevel.Warning, Message = "{Look} drift check of {Subject} came to nothing: {Why}")]
    private partial void LogTrouble(string subject, DriftLook look, string why);
}

/// <summary>A check that came to its end.</summary>
internal sealed record Checked(Guid Connection, string Subject, DriftLook Look, IReadOnlyList<AppliedSpec> Applied, GatewayState State, GatewayLook Seen, IReadOnlyList<FoundDrift> Found);
