using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

/// <summary>Holds one API or usage plan against what runs left of it, and keeps what it finds.</summary>
internal sealed partial class DriftChecker(IServiceScopeFactory scopes, AppliedKeys applied, DriftWitness witness, TimeProvider clock, ILogger<DriftChecker> logger)
{
    /// <summary>After a run the gateway is as approved or not for another reason; before it has ended there is nothing to be said.</summary>
    private static readonly TimeSpan AfterRun = TimeSpan.FromSeconds(20);

    private const int Tries = 3;

    public async Task CheckAsync(Guid connection, string subject, DriftLook wanted, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var rows = await AppliedAsync(db, connection, subject, cancellationToken);

        if (rows is [] && await ImportedBaseline.PartsOrNullAsync(db, connection, subject, cancellationToken) is { } parts)
        {
            await BeginAsync(scope, connection, subject, parts, cancellationToken);

            return;
        }

        if (rows is [] || await IsBusyAsync(db, connection, subject, cancellationToken))
        {
            await PutOffAsync(connection, subject, rows is [], cancellationToken);

            return;
        }

        try
        {
            var keys = await PlanKeysAsync(scope.ServiceProvider, subject, cancellationToken);
            var state = Holding(rows, keys);
            var gateway = await scope.ServiceProvider.GetRequiredService<IGateways>().OpenAsync(connection, cancellationToken);
            var look = await gateway.LookAsync(ScopeOf(connection, subject, state, wanted is DriftLook.Full ? keys : KeysOfPlan.None), wanted is DriftLook.Quick ? state : null, cancellationToken);

            await CompareAsync(scope.ServiceProvider, new Checked(connection, subject, wanted, rows, state, look, []), keys, cancellationToken);
        }
        catch (GatewayRefusedException refused)
        {
            await TroubleAsync(connection, subject, wanted, $"{refused.Operation}: {refused.Code}: {refused.Message}", cancellationToken);
        }
    }

    private async Task CompareAsync(IServiceProvider services, Checked done, KeysOfPlan before, CancellationToken cancellationToken)
    {
        // Keys are issued and ended at any time: of those that came or went meanwhile nothing is said.
        var keys = await PlanKeysAsync(services, done.Subject, cancellationToken);
        var moving = keys.OnTheirWay.Concat(keys.InForce.Concat(before.InForce).Where(key => !keys.InForce.Contains(key) || !before.InForce.Contains(key)).Select(key => key.Id)).ToHashSet();
        var unknown = done.Look is DriftLook.Full ? AppliedKeys.Unknown(done.State, Address.Parse(done.Subject), before, done.Seen).Where(key => !moving.Contains(key.Id)).ToList() : [];
        var state = new GatewayState([.. done.State.Specs.Where(spec => spec is not ApiKeySpec || !moving.Contains(spec.Address.Id)), .. unknown]);
        var unspoken = moving.Select(ApiKeySpec.NameOf).Concat(done.Look is DriftLook.Quick ? before.InForce.Select(key => ApiKeySpec.NameOf(key.Id)) : []).Select(ApiKeySpec.BesideName).ToHashSet();
        var seen = done.Seen with { Beside = [.. done.Seen.Beside.Where(fact => !unspoken.Contains(fact.Name))] };
        var names = await NamesAsync(services.GetRequiredService<PortalDb>(), done.Applied, cancellationToken);

        foreach (var key in keys.InForce)
        {
            names[new Address(Kind.ApiKey, key.Id).ToString()] = key.Name;
        }

        await KeepAsync(done with { State = state, Seen = seen, Found = DriftFinder.Compare(state, seen, names) }, cancellationToken);
        await applied.KeepAsync(done.Connection, unknown, cancellationToken);
    }

    /// <summary>What was left; of a plan's keys those that are in force.</summary>
    private static GatewayState Holding(IReadOnlyList<AppliedSpec> rows, KeysOfPlan keys)
    {
        var inForce = keys.InForce.Select(key => key.Id).ToHashSet();

        return new GatewayState([.. rows.Select(row => Spec.Parse(row.Spec)).Where(spec => spec is not ApiKeySpec || inForce.Contains(spec.Address.Id))]);
    }

    private static async Task<KeysOfPlan> PlanKeysAsync(IServiceProvider services, string subject, CancellationToken cancellationToken) => Address.Parse(subject) is { Kind: Kind.UsagePlan } plan
        ? await services.GetRequiredService<IPlanKeys>().OfPlanAsync(plan.Id, cancellationToken)
        : KeysOfPlan.None;

    /// <param name="connection">The account and Region.</param>
    /// <param name="subject">The thing.</param>
    /// <param name="applied">What is known of it.</param>
    /// <param name="keys">Keys of a plan that may not be known yet.</param>
    public static GatewayScope ScopeOf(Guid connection, string subject, GatewayState applied, KeysOfPlan? keys = null) => new(
        connection,
        Address.Parse(subject),
        [
            .. applied.Specs.OfType<StageSpec>().Select(stage => stage.Id),
            .. applied.Specs.OfType<ApiKeySpec>().Select(key => new KeyPart(key.Id, key.AwsId)).Union((keys ?? KeysOfPlan.None).InForce.Select(key => new KeyPart(key.Id, key.AwsId))).Select(part => part.ToString()),
        ]);

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
                // Of an API that is gone it is said with the API.
                await TroubleAsync(connection, subject, DriftLook.Full, DocumentationSpec.ApiOf(subject) == subject ? "It was imported, and is not there any more." : null, cancellationToken);
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

    private async Task TroubleAsync(Guid connection, string subject, DriftLook look, string? why, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        if (await db.Set<DriftCheck>().FindAsync([connection, subject], cancellationToken) is { } check)
        {
            (check.Wanted, check.Trouble) = (null, why?.Length > 1000 ? why[..999] + "…" : why);
            check.Looked(look, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }

        if (why is not null)
        {
            LogTrouble(subject, look, why);
        }
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
