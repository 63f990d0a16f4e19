using Bunit;
using Portal.Client.Metrics.Admin;
using Portal.Shared.Catalog;
using Portal.Shared.Metrics;

namespace Portal.Tests.Client.Metrics.Admin;

public sealed class TrafficPageTests : ScreenContext
{
    [Fact]
    public void A_row_tells_how_a_stage_is_called_and_how_it_answers()
    {
        Portal.On<GetTraffic, TrafficView>(View(new TrafficRow
        {
            ApiId = Given.ApiId,
            Api = "Petstore",
            StageId = Given.ConnectionId,
            Stage = "prod",
            ConnectionId = Given.ConnectionId,
            Connection = "Sandbox",
            Totals = new TrafficTotals { Requests = 200, ClientErrors = 10, ServerErrors = 1 },
            P95 = 120,
            P95IsNear = true,
            Trend = [],
        }));

        Assert.Equal("Petstore, prod 200 5 % 0.5 % ≈ 120 ms Sandbox", Render<TrafficPage>().Find("tbody tr").Words());
    }

    [Fact]
    public void Of_a_WebSocket_API_messages_and_connections_are_told()
    {
        Portal.On<GetTraffic, TrafficView>(View(new TrafficRow
        {
            ApiId = Given.ApiId,
            Api = "Chat",
            Protocol = Protocol.WebSocket,
            StageId = Given.ConnectionId,
            Stage = "prod",
            ConnectionId = Given.ConnectionId,
            Connection = "Sandbox",
            Totals = new TrafficTotals { Requests = 180, Connections = 20, ClientErrors = 10, ServerErrors = 1 },
            P95 = 120,
            P95IsNear = false,
            Trend = [],
        }));

        Assert.Equal("Chat, prod 180 messages, 20 connections 5 % 0.5 % 120 ms of integrations Sandbox", Render<TrafficPage>().Find("tbody tr").Words());
    }

    [Fact]
    public void The_address_says_what_is_shown()
    {
        Portal.On<GetTraffic, TrafficView>(View());
        GoTo("metrics?last=24h&q=pets&page=2");

        Render<TrafficPage>();

        Assert.Equal(new GetTraffic { Last = "24h", Search = "pets", Skip = 25, Take = 25 }, Portal.Last<GetTraffic>());
    }

    [Fact]
    public void Where_nothing_runs_it_says_what_to_do()
    {
        Portal.On<GetTraffic, TrafficView>(View());

        Assert.Contains("Deploy an API to a stage", Render<TrafficPage>().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_was_called_calls_can_be_made_up()
    {
        var silent = View(Row(requests: 0)) with { MayMakeTraffic = true };
        Portal.On<GetTraffic, TrafficView>(silent);
        Portal.On<MakeTraffic, MadeTraffic>(new MadeTraffic { Stages = 1, Calls = 14_000, IncidentFrom = null, IncidentTo = null });

        Render<TrafficPage>().FindAll("button").Single(button => button.Words() is "Make up a week of calls").Click();

        Assert.Equal("metrics?last=7d", Place);
    }

    [Fact]
    public void Where_something_was_called_nothing_is_offered()
    {
        Portal.On<GetTraffic, TrafficView>(View(Row(requests: 1)) with { MayMakeTraffic = true });

        Assert.DoesNotContain("Make up", Render<TrafficPage>().Words(), StringComparison.Ordinal);
    }

    private static TrafficRow Row(int requests) => new()
    {
        ApiId = Given.ApiId,
        Api = "Petstore",
        StageId = Given.ConnectionId,
        Stage = "prod",
        ConnectionId = Given.ConnectionId,
        Connection = "Sandbox",
        Totals = new TrafficTotals { Requests = requests, ClientErrors = 0, ServerErrors = 0 },
        P95 = null,
        P95IsNear = false,
        Trend = [],
    };

    private static TrafficView View(params TrafficRow[] rows) => new() { From = Given.Noon, To = Given.Noon.AddHours(1), Rows = rows, Total = rows.Length, Collections = [], MayMakeTraffic = false };
}
