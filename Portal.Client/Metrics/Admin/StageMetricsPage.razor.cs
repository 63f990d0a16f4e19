using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Client.Ui.Charts;
using Portal.Shared.Catalog;
using Portal.Shared.Metrics;

namespace Portal.Client.Metrics.Admin;

/// <summary>The numbers of one stage over time, with a mark at each release. The time stands in the address.</summary>
public sealed partial class StageMetricsPage
{
    private (Guid, string, DateTimeOffset?, DateTimeOffset?)? _loaded;
    private DateTimeOffset? _from;
    private DateTimeOffset? _to;
    private int _turn;

    [Parameter]
    public Guid ApiId { get; set; }

    [Parameter]
    public Guid StageId { get; set; }

    [SupplyParameterFromQuery]
    public string? Last { get; set; }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? To { get; set; }

    [PersistentState]
    public Load<StageMetricsView>? Numbers { get; set; }

    private string Span => string.IsNullOrEmpty(Last) ? "1h" : Last;

    private string Place => $"apis/{ApiId}/stages/{StageId}/metrics";

    private string Zoom => Place + "?from={from}&to={to}";

    protected override async Task OnParametersSetAsync()
    {
        (_from, _to) = (Moment(From), Moment(To));
        var asked = (StageId, Span, _from, _to);

        if (_loaded is null && Numbers is not null)
        {
            _loaded = asked;
        }

        if (_loaded != asked)
        {
            _loaded = asked;
            await LoadAsync();
        }
    }

    private async Task LoadAsync() => Numbers = await Portal.SendAsync(new GetStageMetrics(StageId) { Last = _from is null ? Span : null, From = _from, To = _to }, Leaving);

    private async Task RefreshAsync()
    {
        await LoadAsync();
        _turn++;
    }

    private string Query(string path) => Ui.Address.Of(path, ("last", _from is null ? Span : null), ("from", From), ("to", To));

    private static ChartTime TimeOf(StageMetricsView numbers) => new(numbers.From, TimeSpan.FromSeconds(numbers.Period), (int)((numbers.To - numbers.From).TotalSeconds / numbers.Period));

    private static List<ChartMark> Marks(StageMetricsView numbers) => [.. numbers.Releases.Select(release => new ChartMark(release.At, $"Revision {release.Revision}", $"runs/{release.RunId}"))];

    private static bool IsSocket(StageMetricsView numbers) => numbers.Protocol is Protocol.WebSocket;

    private static string Summary(StageMetricsView numbers) => IsSocket(numbers)
        ? $"{Counts.Short(numbers.Totals.Connections ?? 0, "connection")} · {Counts.Short(numbers.Totals.Requests, "message")} · {Share(numbers.Totals.ClientErrorRate)} refused · {Share(numbers.Totals.ServerErrorRate)} failed"
        : $"{Counts.Short(numbers.Totals.Requests, "call")} · {Share(numbers.Totals.ClientErrorRate)} 4XX · {Share(numbers.Totals.ServerErrorRate)} 5XX";

    private static List<ChartSeries> Calls(StageMetricsView numbers) => IsSocket(numbers)
        ?
        [
            Series(numbers, "Connections", "ConnectCount", "Sum"),
            Series(numbers, "Messages", "MessageCount", "Sum"),
            Series(numbers, "Refused", "ClientError", "Sum"),
            Series(numbers, "Integration errors", "IntegrationError", "Sum"),
            Series(numbers, "Execution errors", "ExecutionError", "Sum"),
        ]
        : [Series(numbers, "Calls", "Count", "Sum"), Series(numbers, "4XX", "4XXError", "Sum"), Series(numbers, "5XX", "5XXError", "Sum")];

    private static List<ChartSeries> Rates(StageMetricsView numbers) => IsSocket(numbers)
        ? [Rate(numbers, "Refused", "ClientError"), Rate(numbers, "Failed", "IntegrationError", "ExecutionError")]
        : [Rate(numbers, "4XX", "4XXError"), Rate(numbers, "5XX", "5XXError")];

    /// <summary>Where nobody called there is no rate.</summary>
    private static ChartSeries Rate(StageMetricsView numbers, string name, params IReadOnlyList<string> errors)
    {
        string[] calls = IsSocket(numbers) ? ["ConnectCount", "MessageCount"] : ["Count"];

        return new(name, [.. Enumerable.Range(0, TimeOf(numbers).Count).Select(double? (step) => Sum(calls, step) is > 0 and var all ? 100 * Sum(errors, step) / all : null)]);

        double Sum(IReadOnlyList<string> metrics, int step) => metrics.Sum(metric => At(numbers.Values(metric, "Sum"), step) ?? 0);
    }

    private static List<ChartSeries> Latency(StageMetricsView numbers) => IsSocket(numbers) ?
    [
        Series(numbers, "p50", "IntegrationLatency", "p50"),
        Series(numbers, "p90", "IntegrationLatency", "p90"),
        Series(numbers, "p95", "IntegrationLatency", "p95"),
        Series(numbers, "p99", "IntegrationLatency", "p99"),
    ] :
    [
        Series(numbers, "p50", "Latency", "p50"),
        Series(numbers, "p90", "Latency", "p90"),
        Series(numbers, "p95", "Latency", "p95"),
        Series(numbers, "p99", "Latency", "p99"),
        Series(numbers, "integration p95", "IntegrationLatency", "p95"),
    ];

    /// <summary>As long as the time, whatever was measured.</summary>
    private static ChartSeries Series(StageMetricsView numbers, string name, string metric, string statistic)
    {
        var values = numbers.Values(metric, statistic);

        return new(name, [.. Enumerable.Range(0, TimeOf(numbers).Count).Select(step => At(values, step))]);
    }

    private static double? At(IReadOnlyList<double?> values, int step) => step < values.Count ? values[step] : null;

    private static string Share(double? rate) => rate is { } share ? ChartUnit.Percent.Words(share) : "–";

    private static DateTimeOffset? Moment(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
