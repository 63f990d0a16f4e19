using System.Net;
using System.Text.Json.Nodes;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox.Admin;

public sealed class SettingsTests
{
    [Fact]
    public async Task What_is_not_named_stays_as_it_is()
    {
        await using var bench = await Bench.StartAsync(new() { Settings = new() { Quotas = true, KeysAfter = TimeSpan.FromSeconds(5) } });

        var after = await bench.OwnAsync(HttpMethod.Post, "settings", """{"eventsAfter": 2.5, "deny": [{"action": "logs:*"}]}""");

        Assert.Equal("""{"quotas":true,"verifySignatures":false,"keysAfter":5,"deploymentsAfter":0,"eventsAfter":2.5,"callers":[],"deny":[{"action":"logs:*"}]}""", after!.ToJsonString());
        Assert.Equal(after.ToJsonString(), (await bench.OwnAsync(HttpMethod.Get, "settings"))!.ToJsonString());
    }

    [Fact]
    public async Task Secrets_are_taken_and_never_told()
    {
        await using var bench = await Bench.StartAsync();

        var after = await bench.OwnAsync(HttpMethod.Post, "settings", """{"callers": [{"accessKeyId": "AKIA", "secretAccessKey": "hush", "account": "111111111111", "userName": "a"}]}""");

        Assert.Equal("""[{"accessKeyId":"AKIA","account":"111111111111","userName":"a"}]""", after!["callers"]!.ToJsonString());
        Assert.DoesNotContain("hush", new SandboxCaller { AccessKeyId = "AKIA", SecretAccessKey = "hush" }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_returns_to_those_of_the_start()
    {
        await using var bench = await Bench.StartAsync(new() { Settings = new() { Quotas = true } });
        await bench.OwnAsync(HttpMethod.Post, "settings", """{"quotas": false}""");
        await bench.OwnAsync(HttpMethod.Post, "clock", """{"seconds": 60}""");

        await bench.OwnAsync(HttpMethod.Post, "reset");

        Assert.True((bool)(await bench.OwnAsync(HttpMethod.Get, "settings"))!["quotas"]!);
        Assert.Equal(0, (double)(await bench.OwnAsync(HttpMethod.Get, "clock"))!["aheadSeconds"]!);
    }

    [Theory]
    [InlineData("settings", "nonsense")]
    [InlineData("settings", "null")]
    [InlineData("settings", """{"quota": true}""")]
    [InlineData("settings", """{"keysAfter": -1}""")]
    [InlineData("settings", """{"keysAfter": 1e9}""")]
    [InlineData("settings", """{"callers": [null]}""")]
    [InlineData("settings", """{"callers": [{"accessKeyId": ""}]}""")]
    [InlineData("settings", """{"callers": [{"accessKeyId": "A", "account": "../../../etc"}]}""")]
    [InlineData("settings", """{"callers": [{"accessKeyId": "A", "userName": "a b"}]}""")]
    [InlineData("settings", """{"deny": [null]}""")]
    [InlineData("clock", "{}")]
    [InlineData("clock", """{"now": "yesterday"}""")]
    [InlineData("clock", """{"now": "0001-01-01T00:00:00Z"}""")]
    [InlineData("clock", """{"seconds": 1e300}""")]
    [InlineData("faults", """{"operation": "*", "kind": "delay"}""")]
    [InlineData("faults", """{"operation": "*", "kind": "500", "milliseconds": 5}""")]
    [InlineData("faults", """{"operation": "*", "kind": "500", "every": 0}""")]
    [InlineData("state", "no archive")]
    public async Task What_makes_no_sense_is_refused_in_words(string path, string body)
    {
        await using var bench = await Bench.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Post, $"/_sandbox/{path}") { Content = new StringContent(body) };

        var (status, text, _) = await bench.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotEmpty((string)JsonNode.Parse(text)!["message"]!);
    }
}
