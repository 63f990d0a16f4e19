using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class PointAtCertificateHandler(PortalDb db, IAccountThings things, IChangeRuns runs, TimeProvider clock) : IHandler<PointAtCertificate, PointedStages>
{
    /// <summary>AWS is asked about each with some eight calls, and takes ten a second.</summary>
    private const int ApisAtATime = 10;

    public async Task<Answer<PointedStages>> HandleAsync(PointAtCertificate request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.Set<Connection>().AnyAsync(connection => connection.Id == request.ConnectionId, cancellationToken))
        {
            return Platform.Refusals.NotFound;
        }

        try
        {
            var target = (await things.CertificatesAsync(request.ConnectionId, cancellationToken)).FirstOrDefault(certificate => certificate.AwsId == request.To);

            return target is null ? Refusals.NoSuchCertificate : target.ExpiresAt <= clock.GetUtcNow() ? Refusals.CertificateEnded(target.Description ?? target.AwsId) : await PointAsync(request, user, cancellationToken);
        }
        catch (GatewayRefusedException refused)
        {
            return Connections.Refusals.NotAnswered(refused);
        }
    }

    private async Task<PointedStages> PointAsync(PointAtCertificate request, CurrentUser user, CancellationToken cancellationToken)
    {
        var apis = (await ShowingAsync(request, user, cancellationToken)).GroupBy(showing => showing.Api.Id).ToList();
        var (proposed, stages, left) = (new List<Guid>(), new List<string>(), new List<string>());

        foreach (var api in apis.Take(ApisAtATime))
        {
            var proposal = await ProposalAsync([.. api], request.To, user, cancellationToken);

            switch (await runs.ProposeAsync(proposal, cancellationToken))
            {
                case Answer<ProposedRun>.Given({ IsEmpty: false } run):
                    proposed.Add(run.Id);
                    stages.AddRange(api.Select(showing => showing.Name));
                    break;
                case Answer<ProposedRun>.Refused(var refusal):
                    left.Add($"{string.Join(", ", api.Select(showing => showing.Name))}: {refusal.Title} {refusal.Detail}");
                    break;
            }
        }

        return new PointedStages(proposed, stages, left, Math.Max(0, apis.Count - ApisAtATime));
    }

    /// <summary>The stages that show it by what was last brought to them. Those whose settings the portal leaves alone are somebody else's to point.</summary>
    private async Task<IReadOnlyList<Showing>> ShowingAsync(PointAtCertificate request, CurrentUser user, CancellationToken cancellationToken)
    {
        var apis = db.Set<Api>().AsNoTracking();

        if (!user.Roles.ReachesAllTeams())
        {
            apis = apis.Where(api => user.Teams.Contains(api.TeamId));
        }

        var rows = await (
            from stage in db.Set<Stage>().AsNoTracking()
            where stage.ConnectionId == request.ConnectionId
            join release in db.Set<Release>().AsNoTracking() on stage.ReleaseId equals release.Id
            where release.SettingsText != null && release.SettingsText.Contains(request.From)
            join api in apis on stage.ApiId equals api.Id
            orderby api.Name, api.Id, stage.Position
            select new Showing(stage, api, release)).ToListAsync(cancellationToken);

        return [.. rows.Where(row => row.Release.Settings?.ClientCertificate == request.From)];
    }

    /// <summary>One change set for all stages of an API, each as it runs, with another certificate.</summary>
    private async Task<Proposal> ProposalAsync(IReadOnlyList<Showing> api, string to, CurrentUser user, CancellationToken cancellationToken)
    {
        var each = new List<Proposal>();

        foreach (var showing in api)
        {
            var proposal = new StageProposal
            {
                Stage = showing.Stage,
                Api = showing.Api,
                Revision = showing.Release.RevisionId,
                Deployment = showing.Release.Deployment,
                Variables = showing.Release.Variables,
                AccessLog = await db.AccessLogAsync(showing.Stage, cancellationToken),
                Settings = showing.Release.Settings! with { ClientCertificate = to },
                IsSetUp = true,
                Certificate = to,
                Title = $"Have {showing.Stage.Name} of {StageProposal.Shortened(showing.Api.Name)} show the client certificate {to}",
            };
            each.Add(proposal.ToProposal(user));
        }

        if (each is [var only])
        {
            return only;
        }

        var references = each.Select(proposal => DeploymentReference.Of(proposal.Reference)!).ToList();

        return each[0] with
        {
            Scope = each[0].Scope with { Parts = [.. each.SelectMany(proposal => proposal.Scope.Parts)] },
            Title = $"Have {each.Count} stages of {StageProposal.Shortened(api[0].Api.Name)} show the client certificate {to}",
            Desired = new GatewayState(each.SelectMany(proposal => proposal.Desired.Specs).DistinctBy(spec => spec.Address)),
            Reference = (references[0] with { Beside = [.. references.Skip(1)] }).ToText(),
        };
    }

    private sealed record Showing(Stage Stage, Api Api, Release Release)
    {
        public string Name => $"{Stage.Name} of {Api.Name}";
    }
}
