using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ProposeDeploymentHandler(PortalDb db, IChangeRuns runs, StagePlaces places) : IHandler<ProposeDeployment, ProposedDeployment>
{
    public async Task<Answer<ProposedDeployment>> HandleAsync(ProposeDeployment request, CurrentUser user, CancellationToken cancellationToken)
    {
        var stage = await db.Set<Stage>().AsNoTracking().SingleAsync(stage => stage.Id == request.StageId, cancellationToken);
        var api = await db.Set<Api>().AsNoTracking().SingleAsync(api => api.Id == stage.ApiId, cancellationToken);

        if (api.Status is ApiStatus.Retired)
        {
            return Refusals.ApiRetired;
        }

        if (await db.RevisionAsync(api.Id, request.Revision, cancellationToken) is not { } revision)
        {
            return Refusals.NoSuchRevision;
        }

        var projection = api.Project(ApiRevision.Read(revision.Text));

        if (projection is not { MayBeDeployed: true, Spec: { } spec })
        {
            return Refusals.NotDeployable([.. projection.Findings.Where(finding => finding.Level is FindingLevel.Error)]);
        }

        if (VariablesInUse.Of(spec).Except(stage.Variables.Keys).ToList() is { Count: > 0 } missing)
        {
            return Refusals.MissingVariables(missing);
        }

        var place = await places.OfAsync(stage, cancellationToken);
        var notes = DeploymentNotes.Of(projection.Findings, LambdaPermissions.Of(spec, place), place.RestApiId is LambdaPermissions.UnknownApi);
        var proposal = new StageProposal
        {
            Stage = stage,
            Api = api,
            Revision = revision.Id,
            Deployment = DeploymentSpec.IdOf(spec),
            Variables = stage.Variables,
            AccessLog = await db.AccessLogAsync(stage, cancellationToken),
            Settings = stage.Settings,
            Definition = spec,
            Title = $"Deploy revision {revision.Number} of {StageProposal.Shortened(api.Name)} to {stage.Name}",
            Notes = notes,
        };
        var proposed = await runs.ProposeAsync(proposal.ToProposal(user), cancellationToken);

        return proposed.Then<ProposedDeployment>(run => run.ToDeployment());
    }
}
