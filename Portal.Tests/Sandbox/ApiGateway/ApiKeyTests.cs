using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.ApiGateway;

public sealed class ApiKeyTests
{
    private const string Bad = "BadRequestException";
    private const string Own = "portal_0123456789abcdef";

    [Fact]
    public async Task A_value_is_shown_when_it_is_asked_for()
    {
        await using var bench = await Bench.StartAsync();
        var created = await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { name = "mine", value = Own, generateDistinctId = true, customerId = "c", tags = new { a = "b" } });
        var id = $"{created["id"]}";

        Assert.Equal((Own, false, "[]", "b"), ($"{created["value"]}", (bool)created["enabled"]!, created["stageKeys"]!.ToJsonString(), $"{created["tags"]!["a"]}"));
        Assert.Equal(10, id.Length);
        Assert.Equal(Own, $"{(await bench.DoneAsync(HttpMethod.Get, $"/apikeys/{id}?includeValue=true"))["value"]}");
        Assert.Equal(Own, $"{(await bench.DoneAsync(HttpMethod.Get, "/apikeys?includeValues=true"))["item"]![0]!["value"]}");
        Assert.Null((await bench.DoneAsync(HttpMethod.Get, $"/apikeys/{id}"))["value"]);
        Assert.Null((await bench.DoneAsync(HttpMethod.Get, "/apikeys"))["item"]![0]!["value"]);
        Assert.Null((await bench.DoneAsync(HttpMethod.Patch, $"/apikeys/{id}", Patch("replace", "/name", "x")))["value"]);
    }

    [Fact]
    public async Task An_empty_value_is_generated()
    {
        await using var bench = await Bench.StartAsync();

        var one = await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { value = "" });
        var two = await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { enabled = true });

        Assert.Matches("^[A-Za-z0-9]{40}$", $"{one["value"]}");
        Assert.NotEqual($"{one["value"]}", $"{two["value"]}");
    }

    [Theory]
    [InlineData("value", 19, "API Key value should be at least 20 characters")]
    [InlineData("value", 129, "API Key value exceeds maximum size of 128 characters")]
    [InlineData("name", 1025, "Invalid API Key name, can be at most 1024 characters.")]
    [InlineData("description", 125_001, "Invalid API Key description specified.")]
    public async Task A_text_of_the_wrong_length_is_refused(string member, int length, string message)
    {
        await using var bench = await Bench.StartAsync();

        await bench.RefusedAsync(HttpMethod.Post, "/apikeys", new JsonObject { [member] = new string('x', length) }, 400, Bad, message);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(128)]
    public async Task A_value_may_be_as_short_or_as_long_as_this(int length)
    {
        await using var bench = await Bench.StartAsync();

        Assert.Equal(length, $"{(await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { value = new string('x', length) }))["value"]}".Length);
    }

    [Fact]
    public async Task A_value_is_taken_until_its_key_is_deleted()
    {
        await using var bench = await Bench.StartAsync();
        var first = await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { value = Own });

        await bench.RefusedAsync(HttpMethod.Post, "/apikeys", new { value = Own }, 409, "ConflictException", "API Key already exists");
        await bench.DoneAsync(HttpMethod.Delete, $"/apikeys/{first["id"]}");

        await bench.RefusedAsync(HttpMethod.Get, $"/apikeys/{first["id"]}", null, 404, "NotFoundException", "Invalid API Key identifier specified");
        await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { value = Own });
    }

    [Fact]
    public async Task Keys_are_found_by_the_beginning_of_their_name_or_by_customer()
    {
        await using var bench = await Bench.StartAsync();
        foreach (var name in new[] { "alpha", "alpine", "Alpha", "beta" })
        {
            await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { name, customerId = name[..1] });
        }

        Assert.Equal(["alpha", "alpine"], await NamesAsync(bench, "name=al"));
        Assert.Empty(await NamesAsync(bench, "name=pha"));
        Assert.Equal(["beta"], await NamesAsync(bench, "customerId=b"));
        Assert.Equal(["alpha", "alpine"], (await NamesAsync(bench, "name=al&limit=1")).Concat(await NamesAsync(bench, $"name=al&limit=1&position={(await bench.DoneAsync(HttpMethod.Get, "/apikeys?name=al&limit=1"))["position"]}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_update_changes_what_may_change()
    {
        await using var bench = await Bench.StartAsync();
        var api = await bench.DeployedAsync(Given.MockDocument());
        var id = $"{(await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { name = "x", enabled = true, stageKeys = new[] { new { restApiId = api, stageName = "dev" } } }))["id"]}";

        await bench.RefusedAsync(HttpMethod.Patch, $"/apikeys/{id}", Patch("replace", "/id", "y"), 400, Bad, "Invalid patch path  '/id' specified for op 'replace'. Must be one of: [/description, /enabled, /name, /customerId]");
        await bench.RefusedAsync(HttpMethod.Patch, $"/apikeys/{id}", Patch("add", "/name", "y"), 400, Bad, "Invalid patch path  '/name' specified for op 'add'. Please choose supported operations");
        var changed = await bench.DoneAsync(HttpMethod.Patch, $"/apikeys/{id}", Patch("replace", "/enabled", "perhaps"));

        Assert.Equal((false, $"""["{api}/dev"]"""), ((bool)changed["enabled"]!, changed["stageKeys"]!.ToJsonString()));
        Assert.Equal("[]", (await bench.DoneAsync(HttpMethod.Patch, $"/apikeys/{id}", Patch("remove", "/stages", $"{api}/dev")))["stageKeys"]!.ToJsonString());
    }

    [Fact]
    public async Task Tags_of_a_key_are_changed_by_its_ARN()
    {
        await using var bench = await Bench.StartAsync();
        var id = $"{(await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { tags = new { a = "1" } }))["id"]}";
        var path = $"/tags/{Uri.EscapeDataString($"arn:aws:apigateway:eu-central-1::/apikeys/{id}")}";

        await bench.DoneAsync(HttpMethod.Put, path, new { tags = new { b = "2" } });

        Assert.Equal("""{"a":"1","b":"2"}""", (await bench.DoneAsync(HttpMethod.Get, $"/apikeys/{id}"))["tags"]!.ToJsonString());
        Assert.Equal("""{"a":"1","b":"2"}""", (await bench.DoneAsync(HttpMethod.Get, "/apikeys"))["item"]![0]!["tags"]!.ToJsonString());
    }

    private static async Task<IEnumerable<string>> NamesAsync(Bench bench, string query) =>
        (await bench.DoneAsync(HttpMethod.Get, $"/apikeys?{query}"))["item"]!.AsArray().Select(item => $"{item!["name"]}").Order(StringComparer.Ordinal);

    private static object Patch(string op, string path, string value) => new { patchOperations = new[] { new { op, path, value } } };
}
