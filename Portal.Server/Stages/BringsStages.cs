using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>
/// Brings stages in step: the first of a pipeline gets the latest revision, a later one what the stage before it runs. By itself only the first is out of step, because a promotion is a decision.
/// </summary>
internal sealed class BringsStages(PortalDb db, IHandler<ProposeDeployment, ProposedDeployment> deploys, IHandler<ProposePromotion, ProposedDeployment> promotes) : IBringsInStep
{
    public async Task<IReadOnlyList<Pick>> FindAsync(IReadOnlyCollection<Address> things, CurrentUser user, CancellationToken cancellationToken)
    {
        var (apis, stages) = (IdsOf(things, Kinds.IsApi), IdsOf(things, kind => kind is Kind.Stage));
        var rows = await RowsAsync(db.Set<Stage>().Where(stage => stages.Contains(stage.Id) || (apis.Contains(stage.ApiId) && !db.Set<Stage>().Any(other => other.ApiId == stage.ApiId && other.Position < stage.Position))), user, cancellationToken);

        return [.. rows.Select(PickOf)];
    }

    public async Task<IReadOnlyList<Pick>> OutOfStepAsync(Guid? connection, bool laterStages, CurrentUser user, CancellationToken cancellationToken)
    {
        var wanted = laterStages
            ? db.Set<Stage>()
            : db.Set<Stage>().Where(stage => (connection == null || stage.ConnectionId == connection) && !db.Set<Stage>().Any(other => other.ApiId == stage.ApiId && other.Position < stage.Position));
        var rows = (await RowsAsync(wanted, user, cancellationToken)).Where(row => row.Status is not ApiStatus.Retired);

        // Of a pipeline all stages are looked at, because what one is to get depends on those before it, wherever they are.
        return [.. rows.GroupBy(row => row.Stage.ApiId).SelectMany(Pipeline).Where(pick => pick.Why is not null && (connection is null || pick.Connection == connection))];
    }

    /// <summary>The stages of an API, in their order: a later one is out of step if it does not run what the one before it runs, or if that is to get something else.</summary>
    private static IEnumerable<Pick> Pipeline(IEnumerable<Row> stages)
    {
        var before = default((Row Row, Pick Pick)?);

        foreach (var row in stages)
        {
            var pick = PickOf(row);

            if (before is { } earlier)
            {
                pick = earlier switch
                {
                    { Pick.Why: not null } => pick with { Why = $"It gets what {earlier.Row.Stage.Name} is to run, after that." },
                    { Row.Runs: { } runs } when row.Runs is null || (row.Runs.RevisionId, row.Runs.Deployment) != (runs.RevisionId, runs.Deployment) => pick with { Why = $"It does not run what {earlier.Row.Stage.Name} runs." },
                    _ => pick,
                };
            }

            before = (row, pick);

            yield return pick;
        }
    }

    public async Task<Answer<ProposedRun>?> ProposeAsync(Address thing, CurrentUser user, CancellationToken cancellationToken)
    {
        if (thing.Kind is not Kind.Stage || !Guid.TryParse(thing.Id, out var id) || (await RowsAsync(db.Set<Stage>().Where(stage => stage.Id == id), user, cancellationToken)) is not [var row])
        {
            return null;
        }

        var before = await db.Set<Stage>().AsNoTracking().Where(stage => stage.ApiId == row.Stage.ApiId && stage.Position < row.Stage.Position).OrderByDescending(stage => stage.Position).Select(stage => (Guid?)stage.Id).FirstOrDefaultAsync(cancellationToken);
        var proposed = before is { } from
            ? await promotes.HandleAsync(new ProposePromotion { StageId = from }, user, cancellationToken)
            : await deploys.HandleAsync(new ProposeDeployment { StageId = id }, user, cancellationToken);

        return proposed.Then<ProposedRun>(run => new ProposedRun(run.RunId, run.IsEmpty));
    }

    private async Task<List<Row>> RowsAsync(IQueryable<Stage> wanted, CurrentUser user, CancellationToken cancellationToken)
    {
        var apis = db.Set<Api>().AsNoTracking();

        if (!user.Roles.ReachesAllTeams())
        {
            apis = apis.Where(api => user.Teams.Contains(api.TeamId));
        }

        return await (
            from stage in wanted.AsNoTracking()
            join api in apis on stage.ApiId equals api.Id
            orderby api.Name, api.Id, stage.Position
            select new Row(
                stage,
                api.Name,
                api.Protocol,
                api.TeamId,
                api.Status,
                api.LatestRevision,
                db.Set<Release>().FirstOrDefault(release => release.Id == stage.ReleaseId),
                db.Set<Release>().Where(release => release.Id == stage.ReleaseId).Join(db.Set<ApiRevision>(), release => release.RevisionId, revision => revision.Id, (_, revision) => (int?)revision.Number).FirstOrDefault(),
                db.Set<Stage>().Any(other => other.ApiId == stage.ApiId && other.Position < stage.Position))).ToListAsync(cancellationToken);
    }

    private static List<Guid> IdsOf(IEnumerable<Address> things, Func<Kind, bool> ofKind) =>
        [.. things.Where(thing => ofKind(thing.Kind)).Select(thing => Guid.TryParse(thing.Id, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    private static Pick PickOf(Row row) => new()
    {
        Thing = new Address(Kind.Stage, row.Stage.Id.ToString()),
        Name = $"{row.Stage.Name} of {row.ApiName}",
        Subject = new Address(Api.KindOf(row.Protocol), row.Stage.ApiId.ToString()),
        Connection = row.Stage.ConnectionId,
        Team = row.Team,
        Why = row switch
        {
            { HasEarlier: true } => null,
            { Runs: null } => $"Nothing is deployed there; the latest is revision {row.Latest}.",
            _ when row.Revision != row.Latest => $"It runs revision {row.Revision}; the latest is {row.Latest}.",
            _ when !JsonMap.Comparer.Equals(row.Stage.Variables, row.Runs.Variables) => "Its variables were changed since it was deployed.",
            _ => null,
        },
    };

    /// <summary>A stage with what runs there.</summary>
    private sealed record Row(Stage Stage, string ApiName, Protocol Protocol, Guid Team, ApiStatus Status, int Latest, Release? Runs, int? Revision, bool HasEarlier);
}
