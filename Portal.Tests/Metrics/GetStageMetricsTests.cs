using System.Net;
using Portal.Shared;

namespace Portal.Tests.Metrics;

public sealed class GetStageMetricsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Every_call_is_told_once()
    {
        var measured = await Measured.DeployAsync(portal);
        await measured.CallAsync(well: 30, refused: 12);

        var view = await measured.CollectedAsync(calls: 42);

        Assert.Equal((42, 12, 0), (view.Totals.Requests, view.Totals.ClientErrors, view.Totals.ServerErrors));
        Assert.Equal((42, 12), (view.Values("Count", "Sum").Sum(), view.Values("4XXError", "Sum").Sum()));
        Assert.Equal(100.0 * 12 / 42, view.Totals.ClientErrorRate);
        Assert.Equal(view.Values("Count", "Sum").Select(value => value is null), view.Values("Latency", "p95").Select(value => value is null));
    }

    [Fact]
    public async Task What_was_not_measured_is_null()
    {
        var measured = await Measured.DeployAsync(portal);
        await measured.CallAsync(well: 1);

        var view = await measured.CollectedAsync(calls: 1);

        Assert.Equal(60, view.Values("Count", "Sum").Count);
        Assert.Single(view.Values("Count", "Sum"), value => value is not null);
        Assert.Equal(0, Assert.Single(view.Values("5XXError", "Sum"), value => value is not null));
    }

    [Theory]
    [InlineData("", 60, 60)]
    [InlineData("?last=1h", 60, 60)]
    [InlineData("?last=6h", 60, 360)]
    [InlineData("?last=24h", 60, 1440)]
    [InlineData("?last=7d", 3600, 168)]
    [InlineData("?last=30d", 3600, 720)]
    public async Task Each_span_has_its_period(string query, int period, int count)
    {
        var measured = await Measured.DeployAsync(portal);

        var view = await measured.GetAsync(query);

        Assert.Equal((period, count), (view.Period, view.Series[0].Values.Count));
        Assert.All(view.Series, series => Assert.Equal(count, series.Values.Count));
        Assert.Equal(13, view.Series.Count);
    }

    [Fact]
    public async Task Longer_periods_tell_the_same_calls()
    {
        var measured = await Measured.DeployAsync(portal);
        await measured.CallAsync(well: 7, refused: 3);
        await measured.CollectedAsync(calls: 10);

        var view = await measured.GetAsync("?last=7d");

        Assert.Equal((10, 3), (view.Totals.Requests, view.Totals.ClientErrors));
        Assert.NotNull(view.Values("Latency", "p99")[^1] ?? view.Values("Latency", "p99")[^2]);
    }

    [Fact]
    public async Task What_was_released_is_marked()
    {
        var measured = await Measured.DeployAsync(portal);

        var now = await measured.GetAsync();
        var then = await measured.GetAsync("?from=2026-01-01T00:00:00Z&to=2026-01-01T06:00:00Z");

        Assert.Equal(1, Assert.Single(now.Releases).Revision);
        Assert.Empty(then.Releases);
        Assert.Equal((DateTimeOffset.Parse("2026-01-01T00:00:00Z", null), DateTimeOffset.Parse("2026-01-01T06:00:00Z", null)), (then.From, then.To));
    }

    [Fact]
    public async Task How_old_the_numbers_are_is_said()
    {
        var measured = await Measured.DeployAsync(portal);
        await measured.CollectAsync();

        var collection = (await measured.GetAsync()).Collection;

        Assert.NotNull(collection.ReadAt);
        Assert.Equal((null, null), (collection.FailedAt, collection.Why));
    }

    [Theory]
    [InlineData("?last=2h")]
    [InlineData("?last=1h&from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z")]
    [InlineData("?from=2026-01-01T00:00:00Z")]
    [InlineData("?to=2026-01-01T00:00:00Z")]
    [InlineData("?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")]
    [InlineData("?from=2026-01-02T00:00:00Z&to=2026-01-02T00:00:00Z")]
    [InlineData("?from=2026-01-01T00:00:00Z&to=2026-04-01T00:00:00Z")]
    [InlineData("?from=0001-01-01T00:00:00Z&to=0001-01-02T00:00:00Z")]
    [InlineData("?from=9999-12-31T00:00:00Z&to=9999-12-31T23:59:59Z")]
    public async Task A_span_that_is_none_is_refused(string query)
    {
        var measured = await Measured.DeployAsync(portal);

        await measured.Person.Http.GetAsync($"/api/v1/stages/{measured.Stage.Id}/metrics{query}", TestContext.Current.CancellationToken)
            .RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
    }

    [Fact]
    public async Task Another_teams_stage_is_not_found()
    {
        var measured = await Measured.DeployAsync(portal);
        var stranger = await portal.PersonAsync(Role.Operator);

        await stranger.Http.GetAsync($"/api/v1/stages/{measured.Stage.Id}/metrics", TestContext.Current.CancellationToken)
            .RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
    }
}
