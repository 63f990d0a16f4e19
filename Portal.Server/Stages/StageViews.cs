using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;
using Portal.Shared.Sync;

namespace Portal.Server.Stages;

/// <summary>Reads stages with what runs there, and how they stand to each other in their pipelines.</summary>
internal sealed class StageViews(PortalDb db, IChangeRuns runs)
{
    /// <summary>What ran earlier is neither gone back to in two clicks nor worth counting.</summary>
    private const int Remembered = 50;

    public async Task<StageView> OfAsync(Guid stage, CancellationToken cancellationToken)
    {
        var api = await db.Set<Stage>().Where(row => row.Id == stage).Select(row => row.ApiId).SingleAsync(cancellationToken);

        return (await OfApisAsync([api], cancellationToken))[api].Single(view => view.Id == stage);
    }

    /// <summary>The stages of APIs, in the order of each pipeline.</summary>
    public async Task<ILookup<Guid, StageView>> OfApisAsync(IReadOnlyCollection<Guid> apis, CancellationToken cancellationToken)
    {
        var rows = await (
            from stage in db.Set<Stage>().AsNoTracking()
            where apis.Contains(stage.ApiId)
            join api in db.Set<Api>() on stage.ApiId equals api.Id
            join connection in db.Set<Connection>() on stage.ConnectionId equals connection.Id
            orderby stage.Position, stage.Id
            select new Row(stage, api.Name, api.Protocol, connection.Name)).ToListAsync(cancellationToken);
        var releases = (await ReleasesAsync(apis, cancellationToken)).ToLookup(release => release.StageId);
        var lately = await runs.LatelyAsync([.. rows.Select(row => row.ApiAddress).Distinct()], cancellationToken);
        var pipelines = rows.GroupBy(row => row.Stage.ApiId).SelectMany(pipeline => Pipeline([.. pipeline], releases)).ToList();
        var shown = pipelines.SelectMany(place => new[] { place.Running?.Id, place.Before?.Id }).OfType<Guid>().ToHashSet();
        var views = (await db.ReleaseViewsAsync(db.Set<Release>().Where(release => shown.Contains(release.Id)), cancellationToken)).ToDictionary(view => view.Id);

        return pipelines.ToLookup(place => place.Row.Stage.ApiId, place => View(place, views, lately));
    }

    private Task<List<Release>> ReleasesAsync(IReadOnlyCollection<Guid> apis, CancellationToken cancellationToken) => (
        from stage in db.Set<Stage>().AsNoTracking()
        where apis.Contains(stage.ApiId)
        from release in db.Set<Release>().Where(release => release.StageId == stage.Id).OrderByDescending(release => release.At).Take(Remembered)
        orderby release.At descending
        select release).ToListAsync(cancellationToken);

    private static IEnumerable<Place> Pipeline(Row[] stages, ILookup<Guid, Release> releases)
    {
        for (var index = 0; index < stages.Length; index++)
        {
            var history = new ReleaseHistory([.. releases[stages[index].Stage.Id]]);
            var running = Running(stages[index], releases);
            var earlier = index > 0 && Running(stages[index - 1], releases) is not null ? stages[index - 1] : null;

            yield return new Place
            {
                Row = stages[index],
                Running = running,
                Before = running is null ? null : history.Before(running),
                Next = index + 1 < stages.Length ? stages[index + 1].Stage.Name : null,
                IsAhead = running is not null && index + 1 < stages.Length && IsAhead(running, stages[index + 1].Stage, Running(stages[index + 1], releases)),
                Lag = running is null || earlier is null ? null : Lag(running, earlier, releases),
            };
        }
    }

    private static bool IsAhead(Release running, Stage next, Release? there) =>
        there is null || there.Deployment != running.Deployment || !JsonMap.Comparer.Equals(next.Variables, there.Variables);

    private static Release? Running(Row row, ILookup<Guid, Release> releases) => releases[row.Stage.Id].FirstOrDefault(release => release.Id == row.Stage.ReleaseId);

    private static StageLag? Lag(Release running, Row earlier, ILookup<Guid, Release> releases) => Running(earlier, releases)!.Deployment == running.Deployment
        ? null
        : new ReleaseHistory([.. releases[earlier.Stage.Id]]).LagOf(running, earlier.Stage.Name);

    private static StageView View(Place place, Dictionary<Guid, ReleaseView> releases, IReadOnlyList<RunGlance> lately) => new()
    {
        Id = place.Row.Stage.Id,
        ApiId = place.Row.Stage.ApiId,
        Api = place.Row.Api,
        ConnectionId = place.Row.Stage.ConnectionId,
        Connection = place.Row.Connection,
        Name = place.Row.Stage.Name,
        Position = place.Row.Stage.Position,
        Variables = place.Row.Stage.Variables,
        Runs = place.Running is { } running ? releases[running.Id] : null,
        VariablesAreAhead = place.Running is { } ran && !JsonMap.Comparer.Equals(place.Row.Stage.Variables, ran.Variables),
        SettingsAreAhead = place.Running is { } set && place.Row.Stage.SettingsText != set.SettingsText,
        Next = place.Next,
        IsAhead = place.IsAhead,
        Lag = place.Lag,
        Before = place.Before is { } before ? releases[before.Id] : null,
        Run = RunOrNull(place.Row.Stage.Id.ToString(), lately),
        NeedsSecondPerson = place.Row.Stage.NeedsSecondPerson,
        Version = place.Row.Stage.Version,
    };

    /// <summary>What is on its way; else the latest that was not set aside, unless it is done.</summary>
    private static StageRun? RunOrNull(string stage, IReadOnlyList<RunGlance> lately)
    {
        var mine = lately.Where(run => run.Parts.Contains(stage) && run.State is not (RunState.Cancelled or RunState.Superseded)).ToList();
        var shown = mine.Find(run => run.State is RunState.Approved or RunState.Running) ?? mine.FirstOrDefault();

        return shown is null or { State: RunState.Done } ? null : new StageRun(shown.Id, shown.Title, shown.State);
    }

    private sealed record Row(Stage Stage, string Api, Protocol Protocol, string Connection)
    {
        public Address ApiAddress => new(Catalog.Api.KindOf(Protocol), Stage.ApiId.ToString());
    }

    /// <summary>A stage in its pipeline.</summary>
    private sealed record Place
    {
        public required Row Row { get; init; }

        public required Release? Running { get; init; }

        public required Release? Before { get; init; }

        public required string? Next { get; init; }

        public required bool IsAhead { get; init; }

        public required StageLag? Lag { get; init; }
    }
}
