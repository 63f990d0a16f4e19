using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>Writes down what a stage runs, when the run that brought it there is done. It does not save: whoever ends the run does.</summary>
internal sealed class DeploymentListener(PortalDb db, TimeProvider clock) : IRunListener
{
    public async Task DoneAsync(FinishedRun run, CancellationToken cancellationToken)
    {
        foreach (var reference in DeploymentReference.Of(run.Reference)?.Each() ?? [])
        {
            await DoneAsync(reference, run, cancellationToken);
        }
    }

    private async Task DoneAsync(DeploymentReference reference, FinishedRun run, CancellationToken cancellationToken)
    {
        if (await db.Set<Stage>().SingleOrDefaultAsync(stage => stage.Id == reference.Stage, cancellationToken) is not { } stage)
        {
            return;
        }

        var running = await RunningAsync(stage, cancellationToken);

        if (run.Undoes is { } undone)
        {
            await TakeBackAsync(stage, running, undone, run, cancellationToken);
        }
        else if (running is null || !IsSame(running, reference))
        {
            Put(stage, ReleaseOf(reference, run));
        }

        if (run.Undoes is null && reference is { TakesSettings: true, Settings: { } settings })
        {
            stage.Settings = StageSettingsSpec.Parse(settings);
        }

        if (reference.Certificate is { } certificate && stage.Settings is { } own)
        {
            // Taken back, it wants again what it showed before.
            stage.Settings = own with { ClientCertificate = run.Undoes is null ? certificate : (await db.Set<Release>().FindAsync([stage.ReleaseId], cancellationToken))?.Settings?.ClientCertificate };
        }
    }

    public async Task<Refusal?> ObjectionOrNullAsync(Approval approval, CancellationToken cancellationToken)
    {
        foreach (var reference in DeploymentReference.Of(approval.Reference)?.Each() ?? [])
        {
            if (await ObjectionOrNullAsync(reference, approval, cancellationToken) is { } objection)
            {
                return objection;
            }
        }

        return null;
    }

    private async Task<Refusal?> ObjectionOrNullAsync(DeploymentReference reference, Approval approval, CancellationToken cancellationToken) =>
        await db.Set<Stage>().AsNoTracking().SingleOrDefaultAsync(stage => stage.Id == reference.Stage, cancellationToken) switch
        {
            null => Refusals.Gone,
            // What ran there before was approved there before, and the way out of a fault must be short.
            { NeedsSecondPerson: true, Name: var name } when approval is { Undoes: null } && reference.Restores is null && approval.By == approval.ProposedBy => Refusals.NeedsSecondPerson(name),
            _ => null,
        };

    /// <summary>What ran before runs again; where nothing did, nothing runs.</summary>
    private async Task TakeBackAsync(Stage stage, Release? running, Guid undone, FinishedRun run, CancellationToken cancellationToken)
    {
        if (running is null || running.RunId != undone)
        {
            return;
        }

        var before = await db.Set<Release>()
            .Where(release => release.StageId == stage.Id && release.Id != running.Id && release.At <= running.At)
            .OrderByDescending(release => release.At)
            .FirstOrDefaultAsync(cancellationToken);

        if (before is null)
        {
            stage.ReleaseId = null;
        }
        else
        {
            Put(stage, before.Again(ReleaseCause.TakenBack, run, clock.GetUtcNow()));
        }
    }

    private async Task<Release?> RunningAsync(Stage stage, CancellationToken cancellationToken) => stage.ReleaseId is { } id
        ? await db.Set<Release>().SingleOrDefaultAsync(release => release.Id == id, cancellationToken)
        : null;

    private static bool IsSame(Release running, DeploymentReference reference) =>
        running.RevisionId == reference.Revision && running.Deployment == reference.Deployment && JsonMap.Comparer.Equals(running.Variables, reference.Variables)
        && running.SettingsText == reference.Settings;

    private Release ReleaseOf(DeploymentReference reference, FinishedRun run) => new()
    {
        Id = Guid.CreateVersion7(),
        StageId = reference.Stage,
        RevisionId = reference.Revision,
        Deployment = reference.Deployment,
        Variables = reference.Variables,
        Settings = reference.Settings is { } settings ? StageSettingsSpec.Parse(settings) : null,
        RunId = run.Id,
        Cause = reference switch
        {
            { Restores: not null } => ReleaseCause.RolledBack,
            { Promotes: not null } => ReleaseCause.Promoted,
            { IsSetUp: true } => ReleaseCause.SetUp,
            _ => ReleaseCause.Deployed,
        },
        FromStageId = reference.Promotes?.FromStage,
        Restores = reference.Restores,
        By = run.ApprovedBy,
        At = clock.GetUtcNow(),
    };

    private void Put(Stage stage, Release release)
    {
        db.Add(release);
        stage.ReleaseId = release.Id;
    }
}
