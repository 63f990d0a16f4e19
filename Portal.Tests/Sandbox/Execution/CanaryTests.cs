using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.CloudWatch;
using Portal.Tests.Sandbox.Logs;

namespace Portal.Tests.Sandbox.Execution;

public sealed class CanaryTests
{
    private readonly FakeTimeProvider _clock = new(Watch.Noon);

    [Theory]
    [InlineData(0, "old a stays false")]
    [InlineData(100, "new b stays true")]
    public async Task A_canary_has_a_deployment_and_variables_of_its_own(double percent, string body)
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await CanaryAsync(bench, percent);

        Assert.Equal(body, (await bench.InvokeAsync(id, "/pets")).Body);
    }

    [Fact]
    public async Task It_gets_its_share_which_is_counted_and_logged_apart_and_with_the_stage()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        await bench.LogsAsync("CreateLogGroup", new { logGroupName = "g" });
        await bench.LogsAsync("CreateLogGroup", new { logGroupName = "g/Canary" });
        var id = await CanaryAsync(bench, 25);
        await bench.DoneAsync(HttpMethod.Patch, $"/restapis/{id}/stages/dev", new
        {
            patchOperations = new[]
            {
                new { op = "replace", path = "/accessLogSettings/destinationArn", value = "arn:aws:logs:eu-central-1:123456789012:log-group:g" },
                new { op = "replace", path = "/accessLogSettings/format", value = """{"id":"$context.requestId","canary":"$context.isCanaryRequest"}""" },
            },
        });

        var canaries = 0;
        for (var i = 0; i < 400; i++)
        {
            canaries += (await bench.InvokeAsync(id, "/pets")).Body.StartsWith("new", StringComparison.Ordinal) ? 1 : 0;
        }

        // Seven standard deviations.
        Assert.InRange(canaries, 40, 160);
        (string, string)[] api = [("ApiName", "pets")];
        await bench.CountedAsync(400, [.. api, ("Stage", "dev")]);
        Assert.Equal((400, canaries), (await bench.ValueAsync("Count", "Sum", "AWS/ApiGateway", [.. api, ("Stage", "dev")]), await bench.ValueAsync("Count", "Sum", "AWS/ApiGateway", [.. api, ("Stage", "dev/Canary")])));
        await bench.Server.FlushAsync();
        async Task<int> LinesAsync(string group, string pattern) => (await bench.LogsAsync("FilterLogEvents", new { logGroupName = group, filterPattern = pattern }))["events"]!.AsArray().Count;
        Assert.Equal((400, canaries, canaries), (await LinesAsync("g", ""), await LinesAsync("g", "{ $.canary = \"true\" }"), await LinesAsync("g/Canary", "")));
    }

    private static async Task<string> CanaryAsync(Bench bench, double percent)
    {
        const string Body = "$stageVariables.v $stageVariables.w $context.isCanaryRequest";
        var id = await bench.DeployedAsync(Given.MockDocument(body: $"old {Body}"), new { stageName = "dev", variables = new { v = "a", w = "stays" } });
        await bench.DoneAsync(HttpMethod.Put, $"/restapis/{id}?mode=overwrite", Given.MockDocument(body: $"new {Body}"));
        await bench.DeployAsync(id, new { stageName = "dev", canarySettings = new { percentTraffic = percent, stageVariableOverrides = new { v = "b" }, useStageCache = false } });
        return id;
    }
}
