namespace Portal.Tests.Metrics;

public sealed class ExportTrafficTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_file_has_a_line_for_each_stage()
    {
        var measured = await Measured.DeployAsync(portal);
        await measured.CallAsync(well: 3, refused: 2);
        await measured.CollectedAsync(calls: 5);

        var text = await measured.Person.Http.GetStringAsync("/api/v1/traffic/csv?last=1h", TestContext.Current.CancellationToken);
        var lines = text.TrimEnd().Split("\r\n");

        Assert.Equal("From,To,API,Stage,Connection,Requests,4XX errors,5XX errors,p95 latency (ms),Connections", lines[0]);
        Assert.Contains($",{measured.Api.Name},dev,Sandbox,5,2,0,", Assert.Single(lines.Skip(1)), StringComparison.Ordinal);
    }
}
