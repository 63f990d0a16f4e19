using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Stages;
using Portal.Shared.Sync;

namespace Portal.Server.Stages;

/// <summary>Keeps what became of promotions. It does not save: whoever ends the run does.</summary>
internal sealed class PromotionListener(PortalDb db, TimeProvider clock) : IRunListener
{
    public async Task DoneAsync(FinishedRun run, CancellationToken cancellationToken)
    {
        if (run.Undoes is not { } undone)
        {
            await KeepAsync(run, PromotionOutcome.Done, cancellationToken);
        }
        else if (await OfRunAsync(undone, cancellationToken) is { } promotion)
        {
            promotion.Outcome = PromotionOutcome.TakenBack;
        }
    }

    public Task StoppedAsync(FinishedRun run, CancellationToken cancellationToken) => run.Undoes is null
        ? KeepAsync(run, run.State is RunState.Cancelled ? PromotionOutcome.Cancelled : PromotionOutcome.Stopped, cancellationToken)
        : Task.CompletedTask;

    private async Task KeepAsync(FinishedRun run, PromotionOutcome outcome, CancellationToken cancellationToken)
    {
        if (DeploymentReference.Of(run.Reference) is not { Promotes: { } promoted } reference
            || !await db.Set<Stage>().AnyAsync(stage => stage.Id == reference.Stage, cancellationToken))
        {
            return;
        }

        if (await OfRunAsync(run.Id, cancellationToken) is { } known)
        {
            (known.Outcome, known.ApprovedBy, known.At) = (outcome, run.ApprovedBy, clock.GetUtcNow());

            return;
        }

        db.Add(new Promotion
        {
            Id = Guid.CreateVersion7(),
            FromStageId = promoted.FromStage,
            ReleaseId = promoted.Release,
            RevisionId = reference.Revision,
            ToStageId = reference.Stage,
            RunId = run.Id,
            By = run.ProposedBy,
            ApprovedBy = run.ApprovedBy,
            At = clock.GetUtcNow(),
            Outcome = outcome,
        });
    }

    private Task<Promotion?> OfRunAsync(Guid run, CancellationToken cancellationToken) =>
        db.Set<Promotion>().SingleOrDefaultAsync(promotion => promotion.RunId == run, cancellationToken);
}
