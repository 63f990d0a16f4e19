using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

/// <summary>Takes from the runs of a database that is older than the table what they left: once, where the table is empty.</summary>
internal sealed class EarlierRuns(IServiceScopeFactory scopes) : AfterStart
{
    public override async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        if (await db.Set<AppliedSpec>().AnyAsync(cancellationToken))
        {
            return;
        }

        var runs = await db.Set<ChangeRun>().AsNoTracking()
            .Where(run => run.EndedAt != null && run.Steps.Any(step => step.State == StepState.Done))
            .OrderBy(run => run.EndedAt)
            .ToListAsync(cancellationToken);

        foreach (var run in runs)
        {
            await AppliedSpecs.KeepAsync(db, run, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
