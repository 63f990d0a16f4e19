using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Metrics;

namespace Portal.Server.Metrics;

internal sealed class ExportConsumersHandler(PortalDb db, ConsumerRows consumers) : IHandler<ExportConsumers, MetricsFile>
{
    public async Task<Answer<MetricsFile>> HandleAsync(ExportConsumers request, CurrentUser user, CancellationToken cancellationToken)
    {
        var periods = consumers.PeriodsOf(request);
        var names = await (
            from stage in db.Set<Stage>()
            where stage.Id == request.StageId
            join api in db.Set<Api>() on stage.ApiId equals api.Id
            select new { Api = api.Name, api.Protocol, Stage = stage.Name }).SingleAsync(cancellationToken);
        var csv = new Csv("From", "To", "API key", "Ends with", "App", "Owner", "Plan", names.Protocol is Protocol.WebSocket ? "Connections" : "Requests", "4XX errors", "5XX errors", "Average latency (ms)", "p50 (ms)", "p95 (ms)", "p99 (ms)");

        var (rows, _) = await consumers.ReadAsync(request.StageId, periods, user, .., cancellationToken);

        foreach (var row in rows)
        {
            csv.Line(periods.From, periods.To, row.KeyId ?? "(none)", row.Key?.LastFour, row.Key?.App, row.Key?.Owner, row.Key?.Plan, row.Totals.Requests, row.Totals.ClientErrors, row.Totals.ServerErrors, row.AverageLatency, row.P50, row.P95, row.P99);
        }

        return new MetricsFile(FileNames.Of(names.Api, $"{names.Stage}-callers", periods.From), csv.ToString());
    }
}
