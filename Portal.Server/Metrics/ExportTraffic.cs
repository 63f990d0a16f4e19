using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Metrics;

namespace Portal.Server.Metrics;

internal sealed class ExportTrafficHandler(TrafficRows rows) : IHandler<ExportTraffic, MetricsFile>
{
    public async Task<Answer<MetricsFile>> HandleAsync(ExportTraffic request, CurrentUser user, CancellationToken cancellationToken)
    {
        var places = await rows.Wanted(user, search: null).ToListAsync(cancellationToken);
        var periods = rows.PeriodsOf(request);
        var csv = new Csv("From", "To", "API", "Stage", "Connection", "Requests", "4XX errors", "5XX errors", "p95 latency (ms)", "Connections");

        foreach (var batch in places.Chunk(100))
        {
            foreach (var row in rows.Read(batch, periods))
            {
                csv.Line(periods.From, periods.To, row.Api, row.Stage, row.Connection, row.Totals.Requests, row.Totals.ClientErrors, row.Totals.ServerErrors, row.P95, row.Totals.Connections);
            }
        }

        return new MetricsFile(string.Create(CultureInfo.InvariantCulture, $"traffic-{periods.From.UtcDateTime:yyyyMMdd-HHmm}.csv"), csv.ToString());
    }
}
