namespace Portal.Tests.Metrics;

public sealed class ExportConsumersTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_file_has_a_line_for_each_caller()
    {
        var measured = await Measured.DeployAsync(portal);
        await measured.CallAsync(well: 3, refused: 1);
        var text = "";

        for (var tries = 0; !text.Contains(",(none),,,,,4,1,0,", StringComparison.Ordinal) && tries < 2000; tries++)
        {
            await measured.CollectAsync();
            text = await measured.Person.Http.GetStringAsync($"/api/v1/stages/{measured.Stage.Id}/consumers/csv", TestContext.Current.CancellationToken);
        }

        Assert.StartsWith("From,To,API key,Ends with,App,Owner,Plan,Requests,4XX errors,5XX errors,Average latency (ms),p50 (ms),p95 (ms),p99 (ms)\r\n", text, StringComparison.Ordinal);
        Assert.Contains(",(none),,,,,4,1,0,", text, StringComparison.Ordinal);
        Assert.Equal(2, text.TrimEnd().Split("\r\n").Length);
    }
}
