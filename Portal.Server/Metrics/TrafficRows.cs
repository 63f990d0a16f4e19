using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Server.Traffic;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Metrics;

namespace Portal.Server.Metrics;

/// <summary>Reads how much is called of stages, and how well it is answered.</summary>
internal sealed class TrafficRows(PortalDb db, SeriesStore store, MetricsOptions options, TimeProvider clock)
{
    /// <summary>A line of a list has room for no more.</summary>
    private const int MostPeriods = 300;

    /// <summary>The stages that somebody reaches and that run something, by API and place in its pipeline.</summary>
    public IQueryable<Place> Wanted(CurrentUser user, string? search)
    {
        var apis = db.Set<Api>().AsNoTracking();

        if (!user.Roles.ReachesAllTeams())
        {
            apis = apis.Where(api => user.Teams.Contains(api.TeamId));
        }

        if (search?.Trim() is { Length: > 0 } words)
        {
            var pattern = Like.Holding(words);
            apis = apis.Where(api => EF.Functions.Like(api.Name, pattern, Like.Escape));
        }

        return
            from api in apis
            join stage in db.Set<Stage>() on api.Id equals stage.ApiId
            where stage.ReleaseId != null
            join connection in db.Set<Connection>() on stage.ConnectionId equals connection.Id
            orderby api.Name, api.Id, stage.Position, stage.Id
            select new Place { ApiId = api.Id, Api = api.Name, Protocol = api.Protocol, StageId = stage.Id, Stage = stage.Name, ConnectionId = connection.Id, Connection = connection.Name };
    }

    /// <summary>Those of them that run in the portal's own sandbox, as they are called there.</summary>
    public IQueryable<SandboxPlace> InSandbox(CurrentUser user) =>
        from place in Wanted(user, null)
        join api in db.Set<Api>() on place.ApiId equals api.Id
        join connection in db.Set<Connection>() on place.ConnectionId equals connection.Id
        where connection.IsSandbox
        select new SandboxPlace { StageId = place.StageId, Api = api.AwsName, Stage = place.Stage, ConnectionId = connection.Id };

    public Periods PeriodsOf(ITimeRange range) => Periods.Of(range, options, clock.GetUtcNow(), MostPeriods);

    public IReadOnlyList<TrafficRow> Read(IReadOnlyList<Place> places, Periods periods)
    {
        var numbers = StageNumbers.Read(store, periods, places.Select(place => place.StageId), [.. new[] { Counted.Calls, Counted.Messages }.SelectMany(counted => counted.Sums.Concat(counted.Shares.Select(known => known.Statistic)))]);

        return [.. places.Select(place => Row(place, numbers))];
    }

    public static Counted CountedOf(Protocol protocol) => protocol is Protocol.WebSocket ? Counted.Messages : Counted.Calls;

    private static TrafficRow Row(Place place, StageNumbers numbers)
    {
        var counted = CountedOf(place.Protocol);
        var (p95, isNear) = numbers.P95(place.StageId, counted);

        return new TrafficRow
        {
            ApiId = place.ApiId,
            Api = place.Api,
            Protocol = place.Protocol,
            StageId = place.StageId,
            Stage = place.Stage,
            ConnectionId = place.ConnectionId,
            Connection = place.Connection,
            Totals = numbers.Totals(place.StageId, counted),
            P95 = p95,
            P95IsNear = isNear,
            Trend = numbers.Trend(place.StageId, counted),
        };
    }

    /// <summary>A stage in the sandbox, by its API's name in AWS.</summary>
    internal sealed record SandboxPlace
    {
        public required Guid StageId { get; init; }

        public required string Api { get; init; }

        public required string Stage { get; init; }

        public required Guid ConnectionId { get; init; }
    }

    /// <summary>A stage, with the names around it.</summary>
    internal sealed record Place
    {
        public required Guid ApiId { get; init; }

        public required string Api { get; init; }

        public required Protocol Protocol { get; init; }

        public required Guid StageId { get; init; }

        public required string Stage { get; init; }

        public required Guid ConnectionId { get; init; }

        public required string Connection { get; init; }
    }
}
