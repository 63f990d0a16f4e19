using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ProposePromotionHandler(PortalDb db, Promoting promoting, IChangeRuns runs, StagePlaces places) : IHandler<ProposePromotion, ProposedDeployment>
{
    public async Task<Answer<ProposedDeployment>> HandleAsync(ProposePromotion request, CurrentUser user, CancellationToken cancellationToken) =>
        await promoting.FindAsync(request.StageId, request.Release, cancellationToken) switch
        {
            Answer<PromotionCandidate>.Given(var candidate) when request.TakeSettings && (candidate.Release.Settings is null || candidate.To.Settings is null) => Refusals.SettingsNotKept(candidate.To.Name),
            Answer<PromotionCandidate>.Given(var candidate) => await ProposeAsync(candidate, request.TakeSettings, user, cancellationToken),
            Answer<PromotionCandidate>.Refused(var refusal) => refusal,
            _ => throw new UnreachableException(),
        };

    private async Task<Answer<ProposedDeployment>> ProposeAsync(PromotionCandidate candidate, bool takesSettings, CurrentUser user, CancellationToken cancellationToken)
    {
        var (from, to, api, release) = candidate;
        var revision = await db.Set<ApiRevision>().AsNoTracking().SingleAsync(revision => revision.Id == release.RevisionId, cancellationToken);
        var projection = api.Project(ApiRevision.Read(revision.Text));

        if (projection is not { MayBeDeployed: true, Spec: { } spec })
        {
            return Refusals.NotDeployable([.. projection.Findings.Where(finding => finding.Level is FindingLevel.Error)]);
        }

        if (VariablesInUse.Of(spec).Except(to.Variables.Keys).ToList() is { Count: > 0 } missing)
        {
            return Refusals.MissingVariables(missing);
        }

        var place = await places.OfAsync(to, cancellationToken);
        var proposal = new StageProposal
        {
            Stage = to,
            Api = api,
            Revision = revision.Id,
            Deployment = candidate.SameDeployment ? release.Deployment : DeploymentSpec.IdOf(spec),
            Variables = to.Variables,
            AccessLog = await db.AccessLogAsync(to, cancellationToken),
            Settings = takesSettings ? candidate.SettingsOrNull() : to.Settings,
            TakesSettings = takesSettings,
            Definition = candidate.SameDeployment ? null : spec,
            Title = $"Promote revision {revision.Number} of {StageProposal.Shortened(api.Name)} from {from.Name} to {to.Name}",
            Notes = DeploymentNotes.Of(candidate.SameDeployment ? [] : projection.Findings, LambdaPermissions.Of(spec, place), place.RestApiId is LambdaPermissions.UnknownApi),
            Promotes = new PromotedRelease(from.Id, release.Id),
        };

        return await runs.ProposeAsync(proposal.ToProposal(user), cancellationToken) switch
        {
            Answer<ProposedRun>.Given(var run) => run.ToDeployment(),
            Answer<ProposedRun>.Refused(var refusal) => Refusals.InOurWords(refusal, to.Name, revision.Number),
            _ => throw new UnreachableException(),
        };
    }
}
