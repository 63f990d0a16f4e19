using Portal.Shared.Metrics;

namespace Portal.Tests.Metrics;

public sealed class ListConsumersTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Calls_without_a_key_stand_together()
    {
        var measured = await Measured.DeployAsync(portal);
        await measured.CallAsync(well: 6, refused: 3);

        var consumers = await ConsumersAsync(measured, calls: 9);

        var row = Assert.Single(consumers.Rows);
        Assert.Equal((null, 9, 3, 0), (row.KeyId, row.Totals.Requests, row.Totals.ClientErrors, row.Totals.ServerErrors));
        Assert.InRange(row.P50!.Value, 0, row.P95!.Value);
        Assert.InRange(row.P95!.Value, row.P50.Value, row.P99!.Value);
        Assert.Equal("arn:aws:logs:us-east-1:123456789012:log-group:portal-access-logs", consumers.AccessLogGroup);
        Assert.Null(consumers.Collection.Why);
    }

    [Fact]
    public async Task What_the_log_says_is_what_CloudWatch_says()
    {
        var measured = await Measured.DeployAsync(portal);
        await measured.CallAsync(well: 20, refused: 5);

        var view = await measured.CollectedAsync(calls: 25);
        var consumers = await ConsumersAsync(measured, calls: 25);

        Assert.Equal(view.Totals, Assert.Single(consumers.Rows).Totals);
    }

    [Fact]
    public async Task Longer_spans_tell_the_same_calls()
    {
        var measured = await Measured.DeployAsync(portal);
        await measured.CallAsync(well: 4);
        await ConsumersAsync(measured, calls: 4);

        var consumers = await ConsumersAsync(measured, calls: 4, "?last=30d");

        Assert.Equal(4, Assert.Single(consumers.Rows).Totals.Requests);
    }

    private static async Task<ConsumersView> ConsumersAsync(Measured measured, int calls, string query = "")
    {
        for (var tries = 0; ; tries++)
        {
            await measured.CollectAsync();
            var consumers = await measured.Person.Http.GetAsync<ConsumersView>($"/api/v1/stages/{measured.Stage.Id}/consumers{query}");

            if (consumers.Rows.Sum(row => row.Totals.Requests) >= calls)
            {
                return consumers;
            }

            Assert.True(tries < 2000, $"{consumers.Rows.Sum(row => row.Totals.Requests)} of {calls} calls are known.");
        }
    }
}
