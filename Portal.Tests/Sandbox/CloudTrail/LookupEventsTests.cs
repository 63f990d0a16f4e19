using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox.CloudTrail;

public sealed class LookupEventsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Noon);

    [Fact]
    public async Task A_write_is_told_with_who_what_and_the_answer()
    {
        await using var bench = await BenchAsync();
        var id = $"{(await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "mine", tags = new { a = "b" } }))["id"]}";

        var told = Assert.Single(await bench.EventsAsync("EventName", "CreateRestApi"));

        Assert.Equal("""{"type":"IAMUser","principalId":"AIDA","arn":"arn:aws:iam::123456789012:user/sandbox","accountId":"123456789012","accessKeyId":"AKIDEXAMPLE","userName":"sandbox"}""", Without(told["userIdentity"]!, "principalId"));
        Assert.Equal("""{"createRestApiInput":{"name":"mine","tags":{"a":"b"}},"template":false}""", told["requestParameters"]!.ToJsonString());
        Assert.Equal((id, "2026-03-14T12:00:00Z"), ((string?)told["responseElements"]!["id"], (string?)told["responseElements"]!["createdDate"]));
        Assert.Equal(
            ("apigateway.amazonaws.com", "2026-03-14T12:00:00Z", "eu-central-1", "127.0.0.1", false, "AwsApiCall", "123456789012", "Management"),
            ((string?)told["eventSource"], (string?)told["eventTime"], (string?)told["awsRegion"], (string?)told["sourceIPAddress"], (bool)told["readOnly"]!, (string?)told["eventType"], (string?)told["recipientAccountId"], (string?)told["eventCategory"]));
        Assert.False(told.AsObject().ContainsKey("errorCode"));
    }

    [Fact]
    public async Task A_read_is_told_without_its_answer()
    {
        await using var bench = await BenchAsync();
        var id = await bench.DeployedAsync(Given.MockDocument());
        await bench.DoneAsync(HttpMethod.Get, $"/restapis/{id}/resources?limit=7&embed=methods");

        var told = Assert.Single(await bench.EventsAsync("EventName", "GetResources"));

        Assert.Null(told["responseElements"]);
        Assert.True(told.AsObject().ContainsKey("responseElements") && (bool)told["readOnly"]!);
        Assert.Equal($$"""{"restApiId":"{{id}}","limit":"7","embed":"methods","template":false}""", told["requestParameters"]!.ToJsonString());
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_code_and_text()
    {
        await using var bench = await BenchAsync();
        await bench.CallAsync(HttpMethod.Delete, "/restapis/nope");

        var told = Assert.Single(await bench.EventsAsync("ResourceName", "nope"));

        Assert.Equal(("DeleteRestApi", "NotFoundException", "Invalid API identifier specified 123456789012:nope"), ((string?)told["eventName"], (string?)told["errorCode"], (string?)told["errorMessage"]));
        Assert.Null(told["responseElements"]);
    }

    [Fact]
    public async Task Values_of_keys_are_never_in_it()
    {
        const string value = "portal-0123456789-0123456789";
        await using var bench = await BenchAsync();
        var plan = await bench.DoneAsync(HttpMethod.Post, "/usageplans", new { name = "x" });
        var key = await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { name = "mine", value });
        await bench.DoneAsync(HttpMethod.Post, $"/usageplans/{plan["id"]}/keys", new { keyId = $"{key["id"]}", keyType = "API_KEY" });
        await bench.CallAsync(HttpMethod.Post, "/apikeys", new { name = "again", value });
        await bench.CallAsync(HttpMethod.Patch, $"/apikeys/{key["id"]}", new { patchOperations = new[] { new { op = "replace", path = "/value", value } } });
        await bench.DoneAsync(HttpMethod.Patch, $"/apikeys/{key["id"]}", new { patchOperations = new[] { new { op = "replace", path = "/name", value = "ours" } } });
        await bench.DoneAsync(HttpMethod.Get, $"/apikeys/{key["id"]}?includeValue=true");

        var all = (await bench.EventsAsync()).ToJsonString();

        Assert.Equal(7, (await bench.EventsAsync()).Count - 1);
        Assert.DoesNotContain(value, all, StringComparison.Ordinal);
        Assert.Contains("HIDDEN_DUE_TO_SECURITY_REASONS", all, StringComparison.Ordinal);
        Assert.Contains("ours", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_fifty_come_newest_first_also_while_calls_are_made()
    {
        await using var bench = await BenchAsync();
        for (var i = 0; i < 120; i++)
        {
            await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = $"api {i}", endpointConfiguration = new { types = new[] { "REGIONAL" } } });
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        List<string> seen = [];
        string? token = null;
        do
        {
            var page = await bench.NamedAsync("cloudtrail", "LookupEvents", new { LookupAttributes = new[] { new { AttributeKey = "EventName", AttributeValue = "CreateRestApi" } }, NextToken = token });
            seen.AddRange(page["Events"]!.AsArray().Select(found => (string)JsonNode.Parse((string)found!["CloudTrailEvent"]!)!["requestParameters"]!["createRestApiInput"]!["name"]!));
            token = (string?)page["NextToken"];
            await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "meanwhile", endpointConfiguration = new { types = new[] { "REGIONAL" } } });
        }
        while (token is not null);

        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(i => $"api {i}"), seen);
    }

    [Theory]
    [InlineData("EventSource", "apigateway.amazonaws.com", 2)]
    [InlineData("ReadOnly", "true", 1)]
    [InlineData("ReadOnly", "false", 2)]
    [InlineData("Username", "sandbox", 3)]
    [InlineData("AccessKeyId", "AKIDEXAMPLE", 3)]
    [InlineData("ResourceType", "AWS::ApiGateway::RestApi", 2)]
    [InlineData("ResourceType", "AWS::Logs::LogGroup", 1)]
    [InlineData("EventName", "Nothing", 0)]
    public async Task It_finds_by_each_attribute(string key, string value, int count)
    {
        await using var bench = await BenchAsync();
        var id = $"{(await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "x" }))["id"]}";
        await bench.DoneAsync(HttpMethod.Get, $"/restapis/{id}");
        await bench.NamedAsync("logs", "CreateLogGroup", new { logGroupName = "x" });
        await bench.NamedAsync("logs", "PutLogEvents", new { logGroupName = "x", logStreamName = await StreamAsync(bench), logEvents = new[] { new { timestamp = Noon.ToUnixTimeMilliseconds(), message = "m" } } });

        // The making of the stream is one more of those that write; a line is none.
        var found = await bench.EventsAsync(key, value);

        Assert.Equal(count, found.Count(told => (string?)told["eventName"] is not "CreateLogStream"));
    }

    [Fact]
    public async Task Ninety_days_are_kept_and_what_is_asked_for_is_in_its_span()
    {
        await using var bench = await BenchAsync();
        await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "old" });
        _time.Advance(TimeSpan.FromDays(60));
        await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "young" });

        Assert.Equal(2, (await bench.EventsAsync("EventName", "CreateRestApi")).Count);
        Assert.Single(await bench.EventsAsync(new { StartTime = Noon.AddDays(1).ToUnixTimeSeconds(), EndTime = Noon.AddDays(60).ToUnixTimeSeconds(), MaxResults = 1 }));
        Assert.Empty(await bench.EventsAsync(new { StartTime = Noon.AddDays(1).ToUnixTimeSeconds(), EndTime = Noon.AddDays(2).ToUnixTimeSeconds() }));

        _time.Advance(TimeSpan.FromDays(31));

        Assert.Single(await bench.EventsAsync("EventName", "CreateRestApi"));
    }

    [Fact]
    public async Task It_may_be_as_late_as_on_AWS()
    {
        await using var bench = await BenchAsync(new() { EventsAfter = TimeSpan.FromMinutes(5) });
        await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "x" });

        Assert.Empty(await bench.EventsAsync("EventName", "CreateRestApi"));
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Single(await bench.EventsAsync("EventName", "CreateRestApi"));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using var bench = await BenchAsync();
        object One(string key, string value) => new { AttributeKey = key, AttributeValue = value };

        await bench.NamedRefusedAsync("cloudtrail", "LookupEvents", new { LookupAttributes = new[] { One("EventName", "x"), One("ReadOnly", "true") } }, "InvalidLookupAttributesException", "You can specify only one lookup attribute.");
        await bench.NamedRefusedAsync("cloudtrail", "LookupEvents", new { LookupAttributes = new[] { One("Weather", "x") } }, "InvalidLookupAttributesException", "Specify a valid attribute key and a value of up to 2000 characters.");
        await bench.NamedRefusedAsync("cloudtrail", "LookupEvents", new { MaxResults = 51 }, "InvalidMaxResultsException", "Specify MaxResults from 1 to 50.");
        await bench.NamedRefusedAsync("cloudtrail", "LookupEvents", new { StartTime = 2, EndTime = 1 }, "InvalidTimeRangeException", "The start time must be before the end time.");
        await bench.NamedRefusedAsync("cloudtrail", "LookupEvents", new { NextToken = "%%%" }, "InvalidNextTokenException", "The token is not valid, or was given to a call with other parameters.");
    }

    [Fact]
    public async Task It_outlives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-");
        try
        {
            await using (var bench = await Bench.StartAsync(new() { TimeProvider = _time, DataFolder = folder.FullName }))
            {
                await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "x" });
            }

            await using var again = await Bench.StartAsync(new() { TimeProvider = _time, DataFolder = folder.FullName });

            Assert.Single(await again.EventsAsync("EventName", "CreateRestApi"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> StreamAsync(Bench bench)
    {
        await bench.NamedAsync("logs", "CreateLogStream", new { logGroupName = "x", logStreamName = "s" });
        return "s";
    }

    /// <summary>With only the beginning of what is made of a hash.</summary>
    private static string Without(JsonNode node, string member)
    {
        node[member] = ((string)node[member]!)[..4];
        return node.ToJsonString();
    }

    private Task<Bench> BenchAsync(SandboxSettings? settings = null) => Bench.StartAsync(new() { TimeProvider = _time, Settings = settings ?? new() });
}
