using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Stages;

/// <summary>Writes down what a stage runs, when the run that brought it there is done. It does not save: whoever ends the run does.</summary>
internal sealed class DeploymentListener(PortalDb db, TimeProvider clock) : IRunListener
{
    public async Task DoneAsync(FinishedRun run, CancellationToken cancellationToken)
    {
        if (DeploymentReference.Of(run.Reference) is not { } reference
            || await db.Set<Stage>().SingleOrDefaultAsync(stage => stage.Id == reference.Stage, cancellationToken) is not { } stage)
        {
            return;
        }

        if (run.Undoes is { } undone)
        {
            await TakeBackAsync(stage, undone, run, cancellationToken);
        }
        else if (await RunningAsync(stage, cancellationToken) is not { } running || !IsSame(running, reference))
        {
            Put(stage, reference.Revision, reference.Deployment, reference.Variables, run);
        }
    }

    public async Task<Refusal?> ObjectionOrNullAsync(Approval approval, CancellationToken cancellationToken) =>
        DeploymentReference.Of(approval.Reference) is { } reference && !await db.Set<Stage>().AnyAsync(stage => stage.Id == reference.Stage, cancellationToken)
            ? Refusals.Gone
            : null;

    /// <summary>What ran before runs again; where nothing did, nothing runs.</summary>
    private async Task TakeBackAsync(Stage stage, Guid undone, FinishedRun run, CancellationToken cancellationToken)
    {
        if (await RunningAsync(stage, cancellationToken) is not { } running || running.RunId != undone)
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
            Put(stage, before.RevisionId, before.Deployment, before.Variables, run);
        }
    }

    private async Task<Release?> RunningAsync(Stage stage, CancellationToken cancellationToken) => stage.ReleaseId is { } id
        ? await db.Set<Release>().SingleOrDefaultAsync(release => release.Id == id, cancellationToken)
        : null;

    private static bool IsSame(Release running, DeploymentReference reference) =>
        running.RevisionId == reference.Revision && running.Deployment == reference.Deployment && JsonMap.Comparer.Equals(running.Variables, reference.Variables);

    private void Put(Stage stage, Guid revision, string deployment, Dictionary<string, string> variables, FinishedRun run)
    {
        var release = new Release
        {
            Id = Guid.CreateVersion7(),
            StageId = stage.Id,
            RevisionId = revision,
            Deployment = deployment,
            Variables = new Dictionary<string, string>(variables),
            RunId = run.Id,
            By = run.ApprovedBy,
            At = clock.GetUtcNow(),
        };

        db.Add(release);
        stage.ReleaseId = release.Id;
    }
}
