using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ProposeRemovalHandler(PortalDb db, IChangeRuns runs) : IHandler<ProposeRemoval, ProposedDeployment>
{
    public async Task<Answer<ProposedDeployment>> HandleAsync(ProposeRemoval request, CurrentUser user, CancellationToken cancellationToken)
    {
        var stage = await db.Set<Stage>().AsNoTracking().SingleAsync(stage => stage.Id == request.StageId, cancellationToken);
        var api = await db.Set<Api>().AsNoTracking().SingleAsync(api => api.Id == stage.ApiId, cancellationToken);
        var id = stage.Id.ToString();

        var proposed = await runs.ProposeAsync(
            new Proposal
            {
                Scope = GatewayScope.OfApi(stage.ConnectionId, api.Address, id),
                Team = api.TeamId,
                By = user.Id,
                Title = $"Remove the stage {stage.Name} of {StageProposal.Shortened(api.Name)}",
                Desired = GatewayState.Empty,
                LeavesTheRest = true,
                Removes = [new Address(Kind.Stage, id)],
                Notes = ["The stage goes from the portal too, with the record of what it ran; that cannot be undone. The API itself and its deployments stay in AWS."],
                Reference = RemovalListener.ReferenceOf(stage.Id),
            },
            cancellationToken);

        return proposed.Then<ProposedDeployment>(run => run.ToDeployment());
    }
}
