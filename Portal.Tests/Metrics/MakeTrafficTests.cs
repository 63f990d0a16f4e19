using System.Net;
using System.Net.Http.Json;
using Portal.Shared;
using Portal.Shared.Metrics;
using Portal.Tests.Plans;
using Portal.Tests.Sandbox;
using Portal.Tests.Stages;

namespace Portal.Tests.Metrics;

public sealed class MakeTrafficTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_pages_show_what_was_made_up()
    {
        var measured = await Measured.DeployAsync(portal);
        Assert.True((await measured.Person.Http.GetAsync<TrafficView>("/api/v1/traffic")).MayMakeTraffic);

        var made = await MakeAsync(measured.Person, 1);

        Assert.Equal(1, made.Stages);
        Assert.True(made.IncidentFrom < made.IncidentTo);
        // Fewer on a Sunday than on a Tuesday.
        Assert.InRange(made.Calls, 300, 5_000);
        var day = await measured.GetAsync("?last=24h");
        Assert.InRange(made.Calls - day.Totals.Requests, 0, made.Calls / 10);
    }

    /// <summary>Of more calls than the portal asks for: of the few of a Sunday's night all may go well.</summary>
    [Fact]
    public async Task The_pages_show_the_incident_that_was_made_up()
    {
        var measured = await Measured.DeployAsync(portal);

        var incident = (await measured.MakeUpAsync(40_000))["incident"]!;

        var (from, to) = (incident["from"]!.GetValue<DateTimeOffset>(), incident["to"]!.GetValue<DateTimeOffset>());
        var (bad, good) = (await RateAsync(measured, from, to), await RateAsync(measured, from.AddHours(-4), from));
        Assert.True(bad > 10 && good < 5, $"{bad} % and {good} %");
    }

    [Fact]
    public async Task Consumers_are_told_as_the_metrics_are()
    {
        var measured = await Measured.DeployAsync(portal);
        await MakeAsync(measured.Person, 1);

        var span = WholeHours();
        var consumers = await measured.Person.Http.GetAsync<ConsumersView>($"/api/v1/stages/{measured.Stage.Id}/consumers{span}");

        Assert.Equal((await measured.GetAsync(span)).Totals.Requests, consumers.Rows.Sum(row => row.Totals.Requests));
    }

    [Fact]
    public async Task HTTP_and_WebSocket_APIs_get_calls_connections_and_messages_too()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (http, socket) = (await Pipeline.StageAsync(publisher, await HttpApiStagesTests.ApiAsync(publisher, backend)), await Pipeline.StageAsync(publisher, await Selling.SocketApiAsync(publisher, backend.Url)));
        await Pipeline.DeployAsync(publisher, http);
        await Pipeline.DeployAsync(publisher, socket);

        Assert.Equal(2, (await MakeAsync(publisher, 1)).Stages);

        var span = WholeHours();
        var calls = await publisher.Http.GetAsync<StageMetricsView>($"/api/v1/stages/{http.Id}/metrics{span}");
        Assert.InRange(calls.Totals.Requests, 300, 5_000);
        Assert.Contains(calls.Values("Latency", "p95"), value => value is not null);
        var talk = await publisher.Http.GetAsync<StageMetricsView>($"/api/v1/stages/{socket.Id}/metrics{span}");
        Assert.InRange(talk.Totals.Requests, 200, 5_000);
        Assert.InRange(talk.Totals.Connections ?? 0, 30, talk.Totals.Requests);
        var connected = await publisher.Http.GetAsync<ConsumersView>($"/api/v1/stages/{socket.Id}/consumers{span}");
        Assert.Equal(talk.Totals.Connections, connected.Rows.Sum(row => row.Totals.Requests));
        Assert.True(connected.Rows.Count(row => row.KeyId is not null) > 3);
    }

    [Fact]
    public async Task What_was_made_up_is_not_made_up_again()
    {
        var measured = await Measured.DeployAsync(portal);
        var first = await MakeAsync(measured.Person, 1);

        var again = await MakeAsync(measured.Person, 1);

        Assert.InRange(again.Calls, 0, first.Calls / 10);
    }

    [Fact]
    public async Task Without_a_stage_in_the_sandbox_it_is_refused()
    {
        var person = await portal.PersonAsync(Role.Publisher);

        using var answer = await person.Http.PostAsJsonAsync("/api/v1/traffic/made-up", new { days = 1 }, Cancelled);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("urn:portal:metrics:nothing-runs", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.False((await person.Http.GetAsync<TrafficView>("/api/v1/traffic")).MayMakeTraffic);
    }

    [Fact]
    public async Task Only_some_days_are_made_up()
    {
        var person = await portal.PersonAsync(Role.Publisher);

        using var answer = await person.Http.PostAsJsonAsync("/api/v1/traffic/made-up", new { days = 15 }, Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<MadeTraffic> MakeAsync(Person person, int days)
    {
        using var answer = await person.Http.PostAsJsonAsync("/api/v1/traffic/made-up", new { days }, Cancelled);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));

        return (await answer.Content.ReadFromJsonAsync<MadeTraffic>(Cancelled))!;
    }

    private static async Task<double> RateAsync(Measured measured, DateTimeOffset from, DateTimeOffset to) => (await measured.GetAsync(Span(from, to))).Totals.ServerErrorRate ?? 0;

    /// <summary>Whole hours, the same for all that ask for them: the last 24 hours are others a minute later.</summary>
    private static string WholeHours()
    {
        var now = DateTimeOffset.UtcNow;
        var hour = now - TimeSpan.FromTicks(now.Ticks % TimeSpan.TicksPerHour);
        return Span(hour.AddHours(-22), hour);
    }

    private static string Span(DateTimeOffset from, DateTimeOffset to) => $"?from={Uri.EscapeDataString(from.ToString("O"))}&to={Uri.EscapeDataString(to.ToString("O"))}";
}
