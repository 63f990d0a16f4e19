using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.ApiGateway;

public sealed class UsagePlanTests
{
    private const string Bad = "BadRequestException";
    private const string Missing = "NotFoundException";
    private const string Conflict = "ConflictException";
    private const string ThrottleOfStage = "/apiStages/{api}:dev/throttle";

    public static TheoryData<string, string> Patches => new()
    {
        { Patch(("replace", "/name", "gold"), ("replace", "/description", "d")), """{"name":"gold","description":"d"}""" },
        { Patch(("replace", "/throttle/rateLimit", "1.5"), ("add", "/throttle/burstLimit", "7")), """{"throttle":{"rateLimit":1.5,"burstLimit":7}}""" },
        { Patch(("remove", "/throttle", null)), """{"throttle":null}""" },
        { Patch(("replace", "/quota/limit", "9"), ("replace", "/quota/period", "WEEK"), ("add", "/quota/offset", "6")), """{"quota":{"limit":9,"offset":6,"period":"WEEK"}}""" },
        { Patch(("remove", "/quota", null)), """{"quota":null}""" },
        { Patch(("add", "/productCode", "p")), """{"productCode":"p"}""" },
        { Patch(("remove", "/apiStages", "{api}:dev"), ("add", "/apiStages", "{api}:prod")), """{"apiStages":[{"apiId":"{api}","stage":"prod"}]}""" },
        { Patch(("replace", $"{ThrottleOfStage}//pets/GET/rateLimit", "2"), ("replace", $"{ThrottleOfStage}//pets/GET/burstLimit", "3")), """{"apiStages":[{"apiId":"{api}","stage":"dev","throttle":{"/pets/GET":{"rateLimit":2,"burstLimit":3}}}]}""" },
        { Patch(("add", $"{ThrottleOfStage}/~1pets~1{{id}}/GET/rateLimit", "2")), """{"apiStages":[{"apiId":"{api}","stage":"dev","throttle":{"/pets/{id}/GET":{"rateLimit":2,"burstLimit":0}}}]}""" },
        { Patch(("add", ThrottleOfStage, """{"//GET":{"rateLimit":1,"burstLimit":1},"/a/*":{"rateLimit":2,"burstLimit":2}}"""), ("remove", $"{ThrottleOfStage}///GET", null)), """{"apiStages":[{"apiId":"{api}","stage":"dev","throttle":{"/a/*":{"rateLimit":2,"burstLimit":2}}}]}""" },
        { Patch(("add", ThrottleOfStage, """{"//GET":{"rateLimit":1,"burstLimit":1}}"""), ("remove", ThrottleOfStage, null)), """{"apiStages":[{"apiId":"{api}","stage":"dev"}]}""" },
    };

    public static TheoryData<string, string, string, int, string, string> Refusals => new()
    {
        { "GET", "/usageplans/nope", "", 404, Missing, "Invalid Usage Plan ID specified" },
        { "PATCH", "/usageplans/nope", Patch(("replace", "/name", "x")), 404, Missing, "Invalid Usage Plan ID specified" },
        { "POST", "/usageplans", "{}", 400, Bad, "Usage Plan name cannot be blank" },
        { "POST", "/usageplans", """{"name":"x","quota":{"limit":0,"period":"DAY"}}""", 400, Bad, "Usage Plan quota limit must be a non-negative numeric" },
        { "POST", "/usageplans", """{"name":"x","quota":{"limit":1}}""", 400, Bad, "Invalid Usage Plan quota period specified. Must be one of [DAY, WEEK, MONTH]" },
        { "POST", "/usageplans", """{"name":"x","quota":{"limit":1,"period":"YEAR"}}""", 400, Bad, "Invalid Usage Plan quota period specified. Must be one of [DAY, WEEK, MONTH]" },
        { "POST", "/usageplans", """{"name":"x","quota":{"limit":1,"period":"DAY","offset":1}}""", 400, Bad, "Usage Plan quota offset must be zero in the DAY period" },
        { "POST", "/usageplans", """{"name":"x","quota":{"limit":1,"period":"WEEK","offset":7}}""", 400, Bad, "Usage Plan quota offset must be between 0 and 6 inclusive in the WEEK period" },
        { "POST", "/usageplans", """{"name":"x","quota":{"limit":1,"period":"MONTH","offset":28}}""", 400, Bad, "Usage Plan quota offset must be between 0 and 27 inclusive in the MONTH period" },
        { "POST", "/usageplans", """{"name":"x","throttle":{"rateLimit":-1}}""", 400, Bad, "Usage Plan throttle rate limit must be a non-negative numeric" },
        { "POST", "/usageplans", """{"name":"x","throttle":{"rateLimit":"1"}}""", 400, "SerializationException", "class java.lang.String can not be converted to a Double" },
        { "POST", "/usageplans", """{"name":"x","apiStages":[{"apiId":"{api}","stage":"nope"}]}""", 404, Missing, "API Stage not found: {api}:nope" },
        { "POST", "/usageplans", """{"name":"x","apiStages":[{"apiId":"{api}","stage":"dev","throttle":{"GET":{"rateLimit":1}}}]}""", 400, Bad, "Invalid method {resourcePath: GET,method: } specified" },
        { "PATCH", "/usageplans/{plan}", Patch(("remove", "/apiStages", null)), 400, Bad, "Invalid API Stage specified" },
        { "PATCH", "/usageplans/{plan}", Patch(("remove", "/apiStages", "{api}b:dev")), 404, Missing, "Invalid API Stage {api: {api}b, stage: dev} specified for usageplan {plan}" },
        { "PATCH", "/usageplans/{plan}", Patch(("remove", "/apiStages", "{api}:nope")), 404, Missing, "Invalid API Stage {api: {api}, stage: nope} specified for usageplan {plan}" },
        { "PATCH", "/usageplans/{plan}", Patch(("add", "/apiStages", "{api}:nope")), 404, Missing, "API Stage not found: {api}:nope" },
        { "PATCH", "/usageplans/{plan}", Patch(("remove", "/apiStages/{api}:dev", null)), 400, Bad, "Invalid patch path  '/apiStages/{api}:dev' specified for op 'remove'. Must be one of: [/apiStages, /quota, /throttle, /productCode, /apiStages/<apidId:stageName>/throttle/<resourcePath>/<httpMethod>, /apiStages/<apidId:stageName>/throttle]" },
        { "PATCH", "/usageplans/{plan}", Patch(("copy", "/name", "x")), 400, Bad, "Invalid patch path  '/name' specified for op 'copy'. Please choose supported operations" },
        { "PATCH", "/usageplans/{plan}", Patch(("remove", "/quota", null), ("replace", "/quota/limit", "5")), 400, Bad, "Invalid Usage Plan quota period specified. Must be one of [DAY, WEEK, MONTH]" },
        { "PATCH", "/usageplans/{plan}", Patch(("add", ThrottleOfStage, "no JSON")), 400, Bad, "Invalid API Stage throttle specified" },
        { "PATCH", "/usageplans/{plan}", Patch(("remove", $"{ThrottleOfStage}//pets/GET", null)), 404, Missing, "Invalid method {resourcePath: /pets,method: GET} specified" },
        { "DELETE", "/usageplans/{plan}", "", 400, Bad, "Cannot delete Usage Plan {plan} because there are API Stages associated with it, including {api}:dev" },
        { "POST", "/usageplans/{plan}/keys", """{"keyId":"{key}","keyType":"API_KEY"}""", 409, Conflict, "API Key {key} is already in Usage Plan {plan}" },
        { "POST", "/usageplans/{plan}/keys", """{"keyId":"nope","keyType":"API_KEY"}""", 404, Missing, "Invalid API Key identifier specified" },
        { "POST", "/usageplans/nope/keys", """{"keyId":"{key}","keyType":"API_KEY"}""", 404, Missing, "Invalid Usage Plan ID specified" },
        { "POST", "/usageplans/{plan}/keys", """{"keyId":"{key}","keyType":"OTHER"}""", 400, Bad, "Invalid Usage Plan Key type specified. Must be one of [API_KEY]" },
        { "POST", "/usageplans/{other}/keys", """{"keyId":"{key}","keyType":"API_KEY"}""", 409, Conflict, "Usage Plan {other} cannot be added because API Key {key} cannot reference multiple Usage Plans with the same API stage: {api}:dev" },
        { "GET", "/usageplans/{other}/keys/{key}", "", 404, Missing, "Invalid API Key identifier specified" },
        { "DELETE", "/usageplans/{other}/keys/{key}", "", 404, Missing, "Invalid API Key identifier specified" },
    };

    [Theory]
    [MemberData(nameof(Patches))]
    public async Task A_patch_changes_what_it_names(string body, string expected)
    {
        await using var bench = await Bench.StartAsync();
        var (fill, _) = await GivenAsync(bench);

        var changed = await bench.DoneAsync(HttpMethod.Patch, fill("/usageplans/{plan}"), fill(body));
        var read = await bench.DoneAsync(HttpMethod.Get, fill("/usageplans/{plan}"));

        foreach (var (name, value) in JsonNode.Parse(fill(expected))!.AsObject())
        {
            Assert.True(JsonNode.DeepEquals(value, changed[name]), changed.ToJsonString());
        }

        Assert.True(JsonNode.DeepEquals(changed, read), read.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_has_the_services_text(string verb, string path, string body, int status, string type, string message)
    {
        await using var bench = await Bench.StartAsync();
        var (fill, _) = await GivenAsync(bench);
        var before = (await bench.DoneAsync(HttpMethod.Get, "/usageplans")).ToJsonString();

        await bench.RefusedAsync(new(verb), fill(path), body is "" ? null : fill(body), status, type, fill(message));

        Assert.Equal(before, (await bench.DoneAsync(HttpMethod.Get, "/usageplans")).ToJsonString());
    }

    [Fact]
    public async Task Adding_a_stage_is_refused_when_a_key_of_the_plan_has_it_by_another_plan()
    {
        await using var bench = await Bench.StartAsync();
        var (fill, _) = await GivenAsync(bench);
        await bench.DoneAsync(HttpMethod.Patch, fill("/usageplans/{other}"), fill(Patch(("remove", "/apiStages", "{api}:dev"))));
        await bench.DoneAsync(HttpMethod.Post, fill("/usageplans/{other}/keys"), fill("""{"keyId":"{key}","keyType":"API_KEY"}"""));

        await bench.RefusedAsync(HttpMethod.Patch, fill("/usageplans/{other}"), fill(Patch(("add", "/apiStages", "{api}:dev"))), 409, Conflict,
            fill("Usage Plan {other} cannot be added because API Key {key} cannot reference multiple Usage Plans with the same API stage: {api}:dev"));
    }

    [Fact]
    public async Task Plans_are_found_by_their_key_until_they_are_deleted()
    {
        await using var bench = await Bench.StartAsync();
        var (fill, _) = await GivenAsync(bench);
        await bench.DoneAsync(HttpMethod.Patch, fill("/usageplans/{plan}"), fill(Patch(("remove", "/apiStages", "{api}:dev"))));

        Assert.Equal([fill("{plan}")], Ids(await bench.DoneAsync(HttpMethod.Get, fill("/usageplans?keyId={key}"))));
        await bench.DoneAsync(HttpMethod.Delete, fill("/usageplans/{plan}"));

        Assert.Empty(Ids(await bench.DoneAsync(HttpMethod.Get, fill("/usageplans?keyId={key}"))));
        Assert.Equal([fill("{other}")], Ids(await bench.DoneAsync(HttpMethod.Get, "/usageplans")));
    }

    [Fact]
    public async Task Keys_of_a_plan_show_their_value_until_they_leave_it()
    {
        await using var bench = await Bench.StartAsync();
        var (fill, value) = await GivenAsync(bench);

        var one = await bench.DoneAsync(HttpMethod.Get, fill("/usageplans/{plan}/keys/{key}"));
        var list = await bench.DoneAsync(HttpMethod.Get, fill("/usageplans/{plan}/keys?name=mi"));
        Assert.Equal(fill($$"""{"id":"{key}","type":"API_KEY","value":"{{value}}","name":"mine"}"""), one.ToJsonString());
        Assert.Equal(one.ToJsonString(), list["item"]!.AsArray().Single()!.ToJsonString());
        Assert.Empty(Ids(await bench.DoneAsync(HttpMethod.Get, fill("/usageplans/{plan}/keys?name=ine"))));

        await bench.DoneAsync(HttpMethod.Delete, fill("/usageplans/{plan}/keys/{key}"));
        Assert.Empty(Ids(await bench.DoneAsync(HttpMethod.Get, fill("/usageplans/{plan}/keys"))));
        Assert.Empty(Ids(await bench.DoneAsync(HttpMethod.Get, "/usageplans/nope/keys")));
    }

    [Fact]
    public async Task Pages_of_plans_follow_one_another()
    {
        await using var bench = await Bench.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await bench.DoneAsync(HttpMethod.Post, "/usageplans", new { name = $"plan {i}" });
        }

        var first = await bench.DoneAsync(HttpMethod.Get, "/usageplans?limit=3");
        var second = await bench.DoneAsync(HttpMethod.Get, $"/usageplans?limit=3&position={first["position"]}");

        Assert.Equal(5, Ids(first).Union(Ids(second)).Count());
        Assert.Null(second["position"]);
    }

    [Fact]
    public async Task Tags_are_shown_where_the_service_shows_them()
    {
        await using var bench = await Bench.StartAsync();
        var tagged = await bench.DoneAsync(HttpMethod.Post, "/usageplans", new { name = "a", tags = new { own = "1" } });
        var bare = await bench.DoneAsync(HttpMethod.Post, "/usageplans", new { name = "b" });
        var path = $"/tags/{Uri.EscapeDataString($"arn:aws:apigateway:eu-central-1::/usageplans/{bare["id"]}")}";

        Assert.Equal("""{"own":"1"}""", tagged["tags"]!.ToJsonString());
        Assert.Null(bare["tags"]);
        Assert.Equal("{}", (await bench.DoneAsync(HttpMethod.Get, $"/usageplans/{bare["id"]}"))["tags"]!.ToJsonString());

        await bench.DoneAsync(HttpMethod.Put, path, new { tags = new { later = "2", gone = "3" } });
        await bench.DoneAsync(HttpMethod.Delete, $"{path}?tagKeys=gone");

        Assert.Equal("""{"tags":{"later":"2"}}""", (await bench.DoneAsync(HttpMethod.Get, path)).ToJsonString());
        Assert.Equal("""{"later":"2"}""", (await bench.DoneAsync(HttpMethod.Get, $"/usageplans/{bare["id"]}"))["tags"]!.ToJsonString());
    }

    /// <summary>An API on two stages, a plan with one of them and with a key, and a second plan with the same stage.</summary>
    private static async Task<(Func<string, string> Fill, string Value)> GivenAsync(Bench bench)
    {
        var api = await bench.DeployedAsync(Given.MockDocument());
        await bench.DeployAsync(api, new { stageName = "prod" });
        object[] stages = [new { apiId = api, stage = "dev" }];
        var plan = await bench.DoneAsync(HttpMethod.Post, "/usageplans", new { name = "free", apiStages = stages, throttle = new { rateLimit = 1, burstLimit = 2 }, quota = new { limit = 3, period = "DAY" } });
        var other = await bench.DoneAsync(HttpMethod.Post, "/usageplans", new { name = "other", apiStages = stages });
        var key = await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { name = "mine", enabled = true });
        await bench.DoneAsync(HttpMethod.Post, $"/usageplans/{plan["id"]}/keys", new { keyId = $"{key["id"]}", keyType = "API_KEY" });
        return (
            text => text.Replace("{api}", api, StringComparison.Ordinal).Replace("{plan}", $"{plan["id"]}", StringComparison.Ordinal)
                .Replace("{other}", $"{other["id"]}", StringComparison.Ordinal).Replace("{key}", $"{key["id"]}", StringComparison.Ordinal),
            $"{key["value"]}");
    }

    private static IEnumerable<string> Ids(JsonNode page) => page["item"]!.AsArray().Select(item => item!["id"]!.GetValue<string>());

    private static string Patch(params (string Op, string Path, string? Value)[] operations) =>
        new JsonObject { ["patchOperations"] = new JsonArray([.. operations.Select(one => new JsonObject { ["op"] = one.Op, ["path"] = one.Path, ["value"] = one.Value })]) }.ToJsonString();
}
