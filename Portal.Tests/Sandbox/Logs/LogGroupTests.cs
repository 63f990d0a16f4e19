using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Logs;

public sealed class LogGroupTests
{
    private readonly FakeTimeProvider _clock = new(Watch.Noon);

    [Fact]
    public async Task Groups_are_made_found_and_dropped()
    {
        await using var bench = await StartAsync();
        foreach (var name in new[] { "/aws/b", "/aws/a", "other" })
        {
            await bench.LogsAsync("CreateLogGroup", new { logGroupName = name });
        }

        async Task<string> Found(object filter) => string.Join(", ", (await bench.LogsAsync("DescribeLogGroups", filter))["logGroups"]!.AsArray().Select(group => (string)group!["logGroupName"]!));
        Assert.Equal("/aws/a, /aws/b, other", await Found(new { }));
        Assert.Equal("/aws/a, /aws/b", await Found(new { logGroupNamePrefix = "/aws" }));
        Assert.Equal("/aws/b, other", await Found(new { logGroupNamePattern = "", nextToken = "1" }));
        Assert.Equal("other", await Found(new { logGroupNamePattern = "the" }));
        Assert.Equal("/aws/a", await Found(new { limit = 1 }));
        await bench.LogsAsync("DeleteLogGroup", new { logGroupName = "other" });
        Assert.Equal("/aws/a, /aws/b", await Found(new { }));
    }

    [Fact]
    public async Task A_group_shows_its_ARNs_its_retention_and_its_size()
    {
        await using var bench = await StartAsync();
        await bench.StreamAsync();
        await bench.LogsAsync("PutRetentionPolicy", new { logGroupName = "g", retentionInDays = 7 });
        await bench.PutLinesAsync("s", (0, "hello"));

        var group = Assert.Single((await bench.LogsAsync("DescribeLogGroups", new { }))["logGroups"]!.AsArray())!;

        Assert.Equal(
            $$"""{"logGroupName":"g","creationTime":{{Logging.At(0)}},"retentionInDays":7,"metricFilterCount":0,"arn":"arn:aws:logs:eu-central-1:123456789012:log-group:g:*","storedBytes":5,"logGroupClass":"STANDARD","logGroupArn":"arn:aws:logs:eu-central-1:123456789012:log-group:g","deletionProtectionEnabled":false}""",
            group.ToJsonString());
    }

    [Fact]
    public async Task What_is_older_than_the_retention_is_forgotten()
    {
        await using var bench = await StartAsync();
        await bench.StreamAsync();
        await bench.LogsAsync("PutRetentionPolicy", new { logGroupName = "g", retentionInDays = 1 });
        await bench.PutLinesAsync("s", (0, "old"));
        _clock.Advance(TimeSpan.FromHours(20));
        await bench.PutLinesAsync("s", (20 * 3_600, "new"));

        var region = bench.Server.World.Region("123456789012", "eu-central-1");
        region.Age(Watch.Noon.AddHours(23));
        Assert.Equal("old new", await bench.FilteredAsync());
        region.Age(Watch.Noon.AddHours(25));
        Assert.Equal("new", await bench.FilteredAsync());
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using var bench = await StartAsync();
        await bench.LogsAsync("CreateLogGroup", new { logGroupName = "g" });

        await bench.LogsRefusedAsync("CreateLogGroup", new { logGroupName = "g" }, "ResourceAlreadyExistsException", "The specified log group already exists");
        await bench.LogsRefusedAsync("CreateLogGroup", new { logGroupName = new string('a', 513) }, "InvalidParameterException", "Invalid LogGroup or LogStream, both must have length less than or equal to 512.");
        await bench.LogsRefusedAsync("CreateLogGroup", new { logGroupName = "a b" }, "InvalidParameterException", "1 validation error detected: Value 'a b' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+");
        await bench.LogsRefusedAsync("DeleteLogGroup", new { logGroupName = "x" }, "ResourceNotFoundException", "The specified log group does not exist.");
        await bench.LogsRefusedAsync("PutRetentionPolicy", new { logGroupName = "g", retentionInDays = 2 }, "InvalidParameterException",
            "1 validation error detected: Value '2' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]");
        await bench.LogsRefusedAsync("DescribeLogGroups", new { logGroupNamePrefix = "a", logGroupNamePattern = "b" }, "InvalidParameterException", "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
        await bench.LogsRefusedAsync("DescribeLogGroups", new { limit = 51 }, "InvalidParameterException", "1 validation error detected: Value '51' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 50");
    }

    private Task<Bench> StartAsync() => Bench.StartAsync(new() { TimeProvider = _clock });
}
