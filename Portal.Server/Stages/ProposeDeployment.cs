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
        var proposed = await runs.ProposeAsync(Proposal(stage, api, revision, spec, notes, user), cancellationToken);

        return proposed.Then<ProposedDeployment>(run => new ProposedDeployment { RunId = run.Id, IsEmpty = run.IsEmpty });
    }

    private static Proposal Proposal(Stage stage, Api api, ApiRevision revision, RestApiSpec spec, IReadOnlyList<string> notes, CurrentUser user)
    {
        var deployment = DeploymentSpec.Of(spec);
        var target = new StageSpec(stage.Id.ToString())
        {
            Api = spec.Id,
            Name = stage.Name,
            Deployment = deployment.Id,
            Description = null,
            Variables = new SortedMap<string>(stage.Variables),
        };

        return new Proposal
        {
            Scope = GatewayScope.OfApi(stage.ConnectionId, spec.Id, target.Id),
            Team = api.TeamId,
            By = user.Id,
            Title = $"Deploy revision {revision.Number} of {(api.Name.Length <= 100 ? api.Name : api.Name[..99] + "…")} to {stage.Name}",
            Desired = new GatewayState([spec, deployment, target]),
            Notes = notes,
            Reference = new DeploymentReference { Stage = stage.Id, Revision = revision.Id, Deployment = deployment.Id, Variables = stage.Variables }.ToText(),
        };
    }
}
