using Portal.Shared;
using Portal.Shared.Metrics;

namespace Portal.Tests.Metrics;

public sealed class GetTrafficTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Every_stage_of_theirs_is_told_with_its_calls()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        var one = await Measured.DeployAsync(portal, person);
        var other = await Measured.DeployAsync(portal, person);
        await Measured.DeployAsync(portal);
        await one.CallAsync(well: 4, refused: 1);
        await other.CallAsync(well: 2);
        await one.CollectedAsync(calls: 5);
        await other.CollectedAsync(calls: 2);

        var traffic = await TrafficAsync(person);

        Assert.Equal([(one.Stage.Id, 5L, 1L), (other.Stage.Id, 2L, 0L)], traffic.Rows.OrderByDescending(row => row.Totals.Requests).Select(row => (row.StageId, row.Totals.Requests, row.Totals.ClientErrors)));
        Assert.All(traffic.Rows, row => Assert.NotNull(row.P95));
        Assert.All(traffic.Rows, row => Assert.Equal(row.Totals.Requests, row.Trend.Sum()));
        Assert.Equal(2, traffic.Total);
        Assert.True(Assert.Single(traffic.Collections).ReadAt is not null);
    }

    [Fact]
    public async Task A_stage_without_calls_has_no_rates()
    {
        var measured = await Measured.DeployAsync(portal);
        await measured.CollectAsync();

        var row = Assert.Single((await TrafficAsync(measured.Person)).Rows);

        Assert.Equal((0, null, null, false), (row.Totals.Requests, row.Totals.ServerErrorRate, row.P95, row.P95IsNear));
        Assert.All(row.Trend, value => Assert.Null(value));
    }

    [Fact]
    public async Task It_is_searched_and_shown_in_parts()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        await Measured.DeployAsync(portal, person);
        var wanted = await Measured.DeployAsync(portal, person);

        var found = await TrafficAsync(person, $"?search={wanted.Api.Name}");
        var second = await TrafficAsync(person, "?skip=1&take=1");

        Assert.Equal(wanted.Stage.Id, Assert.Single(found.Rows).StageId);
        Assert.Equal((1, 2), (second.Rows.Count, second.Total));
    }

    [Theory]
    [InlineData("1h", 60)]
    [InlineData("30d", 60)]
    public async Task The_trend_has_few_steps(string last, int most)
    {
        var measured = await Measured.DeployAsync(portal);

        Assert.InRange(Assert.Single((await TrafficAsync(measured.Person, $"?last={last}")).Rows).Trend.Count, 1, most);
    }

    private static Task<TrafficView> TrafficAsync(Person person, string query = "") => person.Http.GetAsync<TrafficView>($"/api/v1/traffic{query}");
}
