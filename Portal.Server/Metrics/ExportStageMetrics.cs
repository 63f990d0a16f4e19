using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Metrics;

namespace Portal.Server.Metrics;

internal sealed class ExportStageMetricsHandler(IHandler<GetStageMetrics, StageMetricsView> metrics) : IHandler<ExportStageMetrics, MetricsFile>
{
    public async Task<Answer<MetricsFile>> HandleAsync(ExportStageMetrics request, CurrentUser user, CancellationToken cancellationToken) =>
        (await metrics.HandleAsync(new GetStageMetrics(request.StageId) { Last = request.Last, From = request.From, To = request.To }, user, cancellationToken))
            .Then<MetricsFile>(view => new MetricsFile(FileNames.Of(view.Api, view.Stage, view.From), Text(view)));

    private static string Text(StageMetricsView view)
    {
        var csv = new Csv(["Time", .. view.Series.Select(series => $"{series.Metric} {series.Statistic}")]);
        var count = (int)((view.To - view.From).TotalSeconds / view.Period);

        for (var place = 0; place < count; place++)
        {
            csv.Line([view.From.AddSeconds((double)place * view.Period), .. view.Series.Select(series => (object?)series.Values[place])]);
        }

        return csv.ToString();
    }
}
