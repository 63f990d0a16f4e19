using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Server.Sync.Drift;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>Ends a run: its state, who hears of it, and the line in the audit trail, in one transaction.</summary>
internal sealed class RunEnding(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int Tries = 3;

    public async Task EndAsync(Guid id, RunState state, string outcome, CancellationToken cancellationToken)
    {
        for (var tries = 1; !await TryAsync(id, state, outcome, tries, cancellationToken); tries++)
        {
        }
    }

    private async Task<bool> TryAsync(Guid id, RunState state, string outcome, int tries, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var run = await db.Set<ChangeRun>().SingleAsync(run => run.Id == id, cancellationToken);

        run.State = state;
        run.EndedAt = clock.GetUtcNow();
        run.Outcome = outcome.Length <= 2000 ? outcome : outcome[..1999] + "…";

        var finished = run.ToFinished(await HoldsAsync(db, id, cancellationToken));

        foreach (var listener in scope.ServiceProvider.GetServices<IRunListener>())
        {
            await (state is RunState.Done ? listener.DoneAsync(finished, cancellationToken) : listener.StoppedAsync(finished, cancellationToken));
        }

        await AppliedSpecs.KeepAsync(db, run, cancellationToken);
        await SupersedeAsync(db, run, cancellationToken);
        scope.ServiceProvider.GetRequiredService<IAuditTrail>().Record(
            CurrentUser.Portal with { Id = run.ApprovedBy ?? run.ProposedBy },
            $"sync.{state.ToString().ToLowerInvariant()}",
            run.Title,
            $"{run.Id}: {run.Outcome}");

        try
        {
            await db.SaveChangesAsync(cancellationToken);

            return true;
        }
        catch (DbUpdateConcurrencyException) when (tries < Tries)
        {
            return false; // Somebody asked for its end, or approved another, at this very moment.
        }
    }

    private static async Task<IReadOnlyList<Spec>> HoldsAsync(PortalDb db, Guid run, CancellationToken cancellationToken)
    {
        var texts = await db.Set<ChangeStep>()
            .Where(step => step.RunId == run && step.State == StepState.Done && step.After != null)
            .OrderBy(step => step.Ordinal)
            .Select(step => step.After!)
            .ToListAsync(cancellationToken);

        return [.. texts.Select(Spec.Parse)];
    }

    /// <summary>What else was proposed for the same subject shows a gateway that is no more.</summary>
    private async Task SupersedeAsync(PortalDb db, ChangeRun run, CancellationToken cancellationToken)
    {
        if (!await db.Set<ChangeStep>().AnyAsync(step => step.RunId == run.Id && step.Attempts > 0, cancellationToken))
        {
            return;
        }

        var others = await db.Set<ChangeRun>()
            .Where(other => other.State == RunState.Proposed && other.Subject == run.Subject && other.ConnectionId == run.ConnectionId)
            .ToListAsync(cancellationToken);

        foreach (var other in others)
        {
            other.Supersede(clock.GetUtcNow(), $"'{run.Title}' has changed the gateway since. Nothing was written; propose it again.");
        }
    }
}
