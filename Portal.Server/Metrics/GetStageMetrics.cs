using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Server.Traffic;
using Portal.Shared;
using Portal.Shared.Metrics;

namespace Portal.Server.Metrics;

internal sealed class GetStageMetricsHandler(PortalDb db, SeriesStore store, MetricsOptions options, Collections collections, TimeProvider clock) : IHandler<GetStageMetrics, StageMetricsView>
{
    private const int MostReleases = 100;

    public async Task<Answer<StageMetricsView>> HandleAsync(GetStageMetrics request, CurrentUser user, CancellationToken cancellationToken)
    {
        var periods = Periods.Of(request, options, clock.GetUtcNow());
        var place = await (
            from stage in db.Set<Stage>()
            where stage.Id == request.StageId
            join api in db.Set<Api>() on stage.ApiId equals api.Id
            join connection in db.Set<Connection>() on stage.ConnectionId equals connection.Id
            select new { Stage = stage.Name, api.Id, api.Name, api.Protocol, ConnectionId = connection.Id, Connection = connection.Name }).SingleAsync(cancellationToken);
        var counted = TrafficRows.CountedOf(place.Protocol);
        var numbers = StageNumbers.Read(store, periods, [request.StageId], counted.All);
        var releases = db.Set<Release>()
            .Where(release => release.StageId == request.StageId && release.At >= periods.From && release.At < periods.To)
            .OrderByDescending(release => release.At)
            .Take(MostReleases);

        return new StageMetricsView
        {
            StageId = request.StageId,
            Stage = place.Stage,
            ApiId = place.Id,
            Api = place.Name,
            Protocol = place.Protocol,
            From = periods.From,
            To = periods.To,
            Period = periods.Resolution.Seconds,
            Totals = numbers.Totals(request.StageId, counted),
            Series = [.. counted.All.Select(statistic => new MetricSeries { Metric = statistic.Metric, Statistic = statistic.Of, Values = numbers.Values(request.StageId, statistic) })],
            Releases = await db.ReleaseViewsAsync(releases, cancellationToken),
            Collection = collections.Of(place.ConnectionId, place.Connection),
        };
    }
}
