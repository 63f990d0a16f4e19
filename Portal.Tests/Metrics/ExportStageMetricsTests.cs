namespace Portal.Tests.Metrics;

public sealed class ExportStageMetricsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_file_has_the_numbers_of_the_chart()
    {
        var measured = await Measured.DeployAsync(portal);
        await measured.CallAsync(well: 3, refused: 2);
        var view = await measured.CollectedAsync(calls: 5);

        using var answer = await measured.Person.Http.GetAsync($"/api/v1/stages/{measured.Stage.Id}/metrics/csv", TestContext.Current.CancellationToken);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimEnd().Split("\r\n");
        var rows = lines.Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".csv", answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        Assert.StartsWith("Time,Count Sum,4XXError Sum,5XXError Sum,Latency Average,Latency p50,", lines[0], StringComparison.Ordinal);
        Assert.Equal(view.Series[0].Values.Count, rows.Count);
        Assert.Equal((5, 2), (rows.Sum(row => row[1] is "" ? 0 : int.Parse(row[1], null)), rows.Sum(row => row[2] is "" ? 0 : int.Parse(row[2], null))));
        Assert.Contains(rows, row => row[1] is "");
    }
}
