using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class RollBackStageHandler(PortalDb db, RollingBack rolling, IChangeRuns runs) : IHandler<RollBackStage, ProposedDeployment>
{
    public async Task<Answer<ProposedDeployment>> HandleAsync(RollBackStage request, CurrentUser user, CancellationToken cancellationToken) =>
        await rolling.FindAsync(request.StageId, request.Release, cancellationToken) switch
        {
            Answer<RollBackCandidate>.Given(var candidate) when request.Running is { } seen && seen != candidate.Running.Id => Refusals.RunsAnother(candidate.Stage.Name),
            Answer<RollBackCandidate>.Given(var candidate) => await StartAsync(candidate, user, cancellationToken),
            Answer<RollBackCandidate>.Refused(var refusal) => refusal,
            _ => throw new UnreachableException(),
        };

    private async Task<Answer<ProposedDeployment>> StartAsync(RollBackCandidate candidate, CurrentUser user, CancellationToken cancellationToken)
    {
        var (stage, api, running, back) = candidate;
        var revision = await db.Set<ApiRevision>().Where(revision => revision.Id == back.RevisionId).Select(revision => revision.Number).SingleAsync(cancellationToken);
        var proposal = new StageProposal
        {
            Stage = stage,
            Api = api,
            Revision = back.RevisionId,
            Deployment = back.Deployment,
            Variables = back.Variables,
            AccessLog = await db.AccessLogAsync(stage, cancellationToken),

            // A release of a time when the portal left them alone says nothing of them.
            Settings = back.Settings ?? running.Settings,
            Title = $"Roll back {stage.Name} of {StageProposal.Shortened(api.Name)} to revision {revision}",
            Restores = back.Id,
        };

        return await runs.StartAsync(proposal.ToProposal(user), cancellationToken) switch
        {
            Answer<ProposedRun>.Given(var run) => run.ToDeployment(),
            Answer<ProposedRun>.Refused(var refusal) => Refusals.InOurWords(refusal, stage.Name, revision),
            _ => throw new UnreachableException(),
        };
    }
}
