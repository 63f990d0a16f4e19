using System.Globalization;
using System.IO.Compression;
using System.Net;
using Portal.Tests.Sandbox.CloudTrail;

namespace Portal.Tests.Sandbox.Admin;

public sealed class StateArchiveTests
{
    [Fact]
    public async Task What_one_sandbox_holds_another_takes_over()
    {
        await using var one = await Bench.StartAsync();
        var id = await one.DeployedAsync(Given.MockDocument(body: "moved"));
        var plan = $"{(await one.DoneAsync(HttpMethod.Post, "/usageplans", new { name = "p", quota = new { limit = 9, period = "MONTH" } }))["id"]}";
        var key = await one.DoneAsync(HttpMethod.Post, "/apikeys", new { name = "k", enabled = true });
        await one.DoneAsync(HttpMethod.Post, $"/usageplans/{plan}/keys", new { keyId = $"{key["id"]}", keyType = "API_KEY" });
        await one.DoneAsync(HttpMethod.Patch, $"/usageplans/{plan}/keys/{key["id"]}/usage", new { patchOperations = new[] { new { op = "replace", path = "/remaining", value = "7" } } });
        await one.DoneAsync(HttpMethod.Post, "/v2/apis", new { name = "h", protocolType = "HTTP" });
        await one.NamedAsync("logs", "CreateLogGroup", new { logGroupName = "lines" });
        await one.NamedAsync("monitoring", "PutMetricData", new { Namespace = "N", MetricData = new[] { new { MetricName = "m", Value = 1 } } });
        var archive = await SavedAsync(one);

        var folder = Directory.CreateTempSubdirectory("sandbox-");
        try
        {
            await using (var other = await Bench.StartAsync(new() { DataFolder = folder.FullName }))
            {
                await other.DoneAsync(HttpMethod.Post, "/restapis", new { name = "goes" });
                Assert.Equal(HttpStatusCode.NoContent, await TakeAsync(other, archive));
                await CheckAsync(other);
            }

            // It is on the disk too.
            await using var again = await Bench.StartAsync(new() { DataFolder = folder.FullName });
            await CheckAsync(again);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        async Task CheckAsync(Bench bench)
        {
            Assert.Equal("moved", (await bench.InvokeAsync(id, "/pets")).Body);
            Assert.Equal(id, (string?)Assert.Single((await bench.DoneAsync(HttpMethod.Get, "/restapis"))["item"]!.AsArray())!["id"]);
            Assert.Equal($"{key["value"]}", (string?)(await bench.DoneAsync(HttpMethod.Get, $"/apikeys/{key["id"]}?includeValue=true"))["value"]);
            Assert.Single((await bench.DoneAsync(HttpMethod.Get, "/v2/apis"))["items"]!.AsArray());
            Assert.Single((await bench.NamedAsync("logs", "DescribeLogGroups", new { }))["logGroups"]!.AsArray());
            Assert.Single((await bench.NamedAsync("monitoring", "ListMetrics", new { Namespace = "N" }))["Metrics"]!.AsArray());
            Assert.Single(await bench.EventsAsync("EventName", "CreateApiKey"));
            // A day more, because midnight may pass in between.
            var now = DateTimeOffset.UtcNow;
            Assert.Contains("[0,7]", (await bench.DoneAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/usageplans/{plan}/usage?startDate={now.AddDays(-1):yyyy-MM-dd}&endDate={now:yyyy-MM-dd}"))).ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("123456789012/eu-central-1/restapis/x.json", "{")]
    [InlineData("123456789012/eu-central-1/restapis/x.json", "null")]
    [InlineData("123456789012/eu-central-1/restapis/x.json", """{"resources":[],"models":[],"definitions":[],"snapshots":[],"deployments":[],"stages":{}}""")]
    [InlineData("123456789012/eu-central-1/nothing/x.json", "{}")]
    [InlineData("123456789012/eu-central-1/logs.db", "no database")]
    [InlineData("../../../../etc/passwd", "x")]
    [InlineData("../eu-central-1/restapis/x.json", "{}")]
    public async Task An_archive_that_no_sandbox_wrote_changes_nothing(string name, string content)
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument());
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var file = await zip.CreateEntry(name).OpenAsync(TestContext.Current.CancellationToken);
            await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(content), TestContext.Current.CancellationToken);
        }

        Assert.Equal(HttpStatusCode.BadRequest, await TakeAsync(bench, stream.ToArray()));

        Assert.Equal("""{"ok":true}""", (await bench.InvokeAsync(id, "/pets")).Body);
    }

    private static async Task<byte[]> SavedAsync(Bench bench)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/_sandbox/state");
        var (status, _, response) = await bench.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (status, response.Content.Headers.ContentType!.MediaType));
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<HttpStatusCode> TakeAsync(Bench bench, byte[] archive)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/_sandbox/state") { Content = new ByteArrayContent(archive) };
        return (await bench.SendAsync(request)).Status;
    }
}
