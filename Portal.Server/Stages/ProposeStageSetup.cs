using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ProposeStageSetupHandler(PortalDb db, IChangeRuns runs) : IHandler<ProposeStageSetup, ProposedDeployment>
{
    public async Task<Answer<ProposedDeployment>> HandleAsync(ProposeStageSetup request, CurrentUser user, CancellationToken cancellationToken)
    {
        var stage = await db.Set<Stage>().AsNoTracking().SingleAsync(stage => stage.Id == request.StageId, cancellationToken);
        var api = await db.Set<Api>().AsNoTracking().SingleAsync(api => api.Id == stage.ApiId, cancellationToken);

        if (await db.Set<Release>().AsNoTracking().SingleOrDefaultAsync(release => release.Id == stage.ReleaseId, cancellationToken) is not { } running)
        {
            return Refusals.NothingToSetUp(stage.Name);
        }

        var proposal = new StageProposal
        {
            Stage = stage,
            Api = api,
            Revision = running.RevisionId,
            Deployment = running.Deployment,
            Variables = running.Variables,
            AccessLog = await db.AccessLogAsync(stage, cancellationToken),
            Settings = stage.Settings,
            IsSetUp = true,
            Title = $"Set up {stage.Name} of {StageProposal.Shortened(api.Name)}",
        };
        var proposed = await runs.ProposeAsync(proposal.ToProposal(user), cancellationToken);

        return proposed.Then<ProposedDeployment>(run => run.ToDeployment());
    }
}
