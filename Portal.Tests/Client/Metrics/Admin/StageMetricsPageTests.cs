using Bunit;
using Portal.Client.Metrics.Admin;
using Portal.Shared.Catalog;
using Portal.Shared.Keys;
using Portal.Shared.Metrics;
using Portal.Shared.Stages;

namespace Portal.Tests.Client.Metrics.Admin;

public sealed class StageMetricsPageTests : ScreenContext
{
    private static readonly CollectionView Collection = new()
    {
        ConnectionId = Given.ConnectionId,
        Connection = "Sandbox",
        Enabled = true,
        ReadAt = Given.Noon,
        FailedAt = null,
        Why = null,
        QueriesOfLastHour = 60,
    };

    public StageMetricsPageTests()
    {
        JSInterop.SetupModule("./_content/Portal.Client/Ui/Charts/LineChart.razor.js").Mode = JSRuntimeMode.Loose;
        Portal.On<GetStageMetrics, StageMetricsView>(Numbers());
        Portal.On<ListConsumers, ConsumersView>(new ConsumersView { From = Given.Noon, To = Given.Noon.AddMinutes(3), Rows = [], Total = 0, Protocol = Protocol.Rest, AccessLogGroup = null, Collection = Collection });
    }

    [Fact]
    public void The_charts_hold_the_numbers_and_a_gap_is_a_gap()
    {
        var page = Draw();

        Assert.Equal("10,,20", page.Find("path[data-name=Calls]").GetAttribute("data-values"));
        Assert.Equal("10,,5", page.Find("path[data-name='5XX'][data-words=Percent]").GetAttribute("data-values"));
        Assert.Equal("30,,40", page.Find("path[data-name=p95]").GetAttribute("data-values"));
        Assert.Contains("30 calls", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Revision 3", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_says_which_time()
    {
        GoTo("apis?from=2026-01-31T10:00:00Z&to=2026-01-31T11:00:00Z");

        Draw();

        var asked = Portal.Last<GetStageMetrics>();
        Assert.Equal((null, new DateTimeOffset(2026, 1, 31, 10, 0, 0, TimeSpan.Zero)), (asked.Last, asked.From));
    }

    [Fact]
    public void What_cannot_be_read_is_said()
    {
        Portal.On<GetStageMetrics, StageMetricsView>(Numbers() with { Collection = Collection with { Why = "AWS says: Rate exceeded." } });

        Assert.Contains("The numbers of Sandbox cannot be read. AWS says: Rate exceeded.", Draw().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Callers_have_names_where_they_are_known()
    {
        var totals = new TrafficTotals { Requests = 7, ClientErrors = 1, ServerErrors = 0 };
        var row = new ConsumerRow { KeyId = "a1b2c3d4e5", Key = null, Totals = totals, AverageLatency = 1, P50 = 1, P95 = 2, P99 = 3 };
        var key = new ConsumerKey { Id = Guid.NewGuid(), LastFour = "Wx9z", State = ApiKeyState.Active, App = "Aviary", Owner = "Grace Hopper", PlanId = Given.ApiId, Plan = "Trial" };
        Portal.On<ListConsumers, ConsumersView>(new ConsumersView { From = Given.Noon, To = Given.Noon.AddMinutes(3), Rows = [row with { Key = key }, row, row with { KeyId = null }], Total = 3, Protocol = Protocol.Rest, AccessLogGroup = "arn", Collection = Collection });

        var lines = Draw().FindAll("tbody tr").Select(line => line.Words()).ToList();

        Assert.Equal(
            ["Aviary Grace Hopper …Wx9z Trial", "Not a key of the portal In AWS it has the id a1b2c3d4e5 – –", "Without a key Or with one that was not let in – –"],
            lines.Select(line => line[..line.IndexOf(" 7 1 0", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task Refreshing_asks_for_callers_too()
    {
        var page = Draw();

        await page.FindAll("button").Single(button => button.Words() is "Refresh").ClickAsync();

        Assert.Equal((2, 2), (Portal.Asked.OfType<GetStageMetrics>().Count(), Portal.Asked.OfType<ListConsumers>().Count()));
    }

    [Fact]
    public void Of_a_WebSocket_API_connections_and_messages_are_drawn()
    {
        Portal.On<GetStageMetrics, StageMetricsView>(Numbers() with
        {
            Protocol = Protocol.WebSocket,
            Totals = new TrafficTotals { Requests = 30, Connections = 10, ClientErrors = 0, ServerErrors = 2 },
            Series =
            [
                new MetricSeries { Metric = "ConnectCount", Statistic = "Sum", Values = [10, null, 0] },
                new MetricSeries { Metric = "MessageCount", Statistic = "Sum", Values = [10, null, 20] },
                new MetricSeries { Metric = "IntegrationError", Statistic = "Sum", Values = [1, null, 0] },
                new MetricSeries { Metric = "ExecutionError", Statistic = "Sum", Values = [0, null, 1] },
                new MetricSeries { Metric = "IntegrationLatency", Statistic = "p95", Values = [30, null, 40] },
            ],
        });
        var page = Draw();

        Assert.Equal("10,,20", page.Find("path[data-name=Messages]").GetAttribute("data-values"));
        Assert.Equal("5,,5", page.Find("path[data-name=Failed][data-words=Percent]").GetAttribute("data-values"));
        Assert.Equal("30,,40", page.Find("path[data-name=p95]").GetAttribute("data-values"));
        Assert.Contains("10 connections · 30 messages · 0 % refused · 5 % failed", page.Words(), StringComparison.Ordinal);
        Assert.Equal("Who connected", page.Find("#consumers").TextContent);
    }

    private static StageMetricsView Numbers() => new()
    {
        StageId = Given.ConnectionId,
        Stage = "dev",
        ApiId = Given.ApiId,
        Api = "Petstore",
        From = Given.Noon,
        To = Given.Noon.AddMinutes(3),
        Period = 60,
        Totals = new TrafficTotals { Requests = 30, ClientErrors = 0, ServerErrors = 2 },
        Series =
        [
            new MetricSeries { Metric = "Count", Statistic = "Sum", Values = [10, null, 20] },
            new MetricSeries { Metric = "5XXError", Statistic = "Sum", Values = [1, null, 1] },
            new MetricSeries { Metric = "Latency", Statistic = "p95", Values = [30, null, 40] },
        ],
        Releases = [new ReleaseView { Id = Guid.NewGuid(), Revision = 3, Deployment = "d", By = "Ada", At = Given.Noon.AddMinutes(1), RunId = Given.RunId, Cause = default, PromotedFrom = null }],
        Collection = Collection,
    };

    private IRenderedComponent<StageMetricsPage> Draw() => Render<StageMetricsPage>(parameters => parameters.Add(page => page.ApiId, Given.ApiId).Add(page => page.StageId, Given.ConnectionId));
}
