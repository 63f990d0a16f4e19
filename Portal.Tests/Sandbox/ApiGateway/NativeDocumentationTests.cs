using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.ApiGateway;

/// <summary>What OpenAPI itself says of an API becomes documentation, as the service makes it.</summary>
public sealed class NativeDocumentationTests
{
    private const string Document = """
        {"openapi": "3.0.1", "info": {"title": "pets", "version": "1", "description": "All pets", "contact": {"name": "us"} },
         "paths": {"/pets/{id}/": {"description": "A pet", "parameters": [{"name": "id", "in": "path", "required": true, "description": "Which"}],
          "get": {"tags": ["pets"], "summary": "Get", "description": "Gets a pet", "parameters": [{"$ref": "#/components/parameters/Q"}],
            "responses": {"200": {"description": "Fine", "headers": {"X-A": {"description": "A header"} } }, "404": {"description": ""}, "default": {"description": "Else"} },
            "x-amazon-apigateway-integration": {"type": "mock"} },
          "x-amazon-apigateway-any-method": {"requestBody": {"description": "A body", "content": {} }, "responses": {}, "x-amazon-apigateway-integration": {"type": "mock"} } } },
         "components": {"parameters": {"Q": {"name": "q", "in": "query", "description": "A query"} } }
         MORE}
        """;

    private static readonly string[] Native =
    [
        """API / * * : {"info":{"description":"All pets","contact":{"name":"us"}}}""",
        """METHOD /pets/{id} GET * : {"tags":["pets"],"summary":"Get","description":"Gets a pet"}""",
        """PATH_PARAMETER /pets/{id} * * id: {"description":"Which"}""",
        """PATH_PARAMETER /pets/{id} GET * id: {"description":"Which"}""",
        """QUERY_PARAMETER /pets/{id} GET * q: {"description":"A query"}""",
        """REQUEST_BODY /pets/{id} * * : {"description":"A body"}""",
        """RESOURCE /pets/{id} * * : {"description":"A pet"}""",
        """RESPONSE /pets/{id} GET 200 : {"description":"Fine"}""",
        """RESPONSE_HEADER /pets/{id} GET 200 X-A: {"description":"A header"}""",
    ];

    [Fact]
    public async Task Descriptions_become_parts()
    {
        await using var bench = await Bench.StartAsync();

        var id = await ImportedAsync(bench);

        Assert.Equal(Native, await PartsAsync(bench, id));
        Assert.Empty(await PartsAsync(bench, await ImportedAsync(bench, query: "&ignore=documentation")));
    }

    [Fact]
    public async Task The_extension_says_more_over_it()
    {
        await using var bench = await Bench.StartAsync();

        var id = await ImportedAsync(bench, """, "x-amazon-apigateway-documentation": {"documentationParts": [{"location": {"type": "METHOD", "path": "/pets/{id}", "method": "GET"}, "properties": {"summary": "Better", "x-more": 1} }]}""");

        string[] wanted = [.. Native.Select(part => part.StartsWith("METHOD", StringComparison.Ordinal) ? """METHOD /pets/{id} GET * : {"tags":["pets"],"summary":"Better","description":"Gets a pet","x-more":1}""" : part)];
        Assert.Equal(wanted, await PartsAsync(bench, id));
    }

    [Fact]
    public async Task A_merge_replaces_what_it_says_and_leaves_the_rest()
    {
        await using var bench = await Bench.StartAsync();
        var id = await ImportedAsync(bench);

        await bench.DoneAsync(HttpMethod.Put, $"/restapis/{id}?mode=merge", """{"openapi": "3.0.1", "info": {"title": "pets", "description": "Some pets"}, "paths": {"/pets/{id}": {"get": {"summary": "New", "responses": {}, "x-amazon-apigateway-integration": {"type": "mock"} } } } }""");

        var parts = await PartsAsync(bench, id);
        Assert.Equal(Native.Length, parts.Length);
        Assert.Contains("""API / * * : {"info":{"description":"Some pets"}}""", parts);
        Assert.Contains("""METHOD /pets/{id} GET * : {"tags":["pets"],"summary":"New","description":"Gets a pet"}""", parts);

        await bench.DoneAsync(HttpMethod.Put, $"/restapis/{id}?mode=overwrite", Given.MockDocument());
        Assert.Equal("""RESPONSE /pets GET 200 : {"description":"fine"}""", Assert.Single(await PartsAsync(bench, id)));
    }

    private static async Task<string> ImportedAsync(Bench bench, string more = "", string query = "") =>
        $"{(await bench.DoneAsync(HttpMethod.Post, $"/restapis?mode=import&endpointConfigurationTypes=REGIONAL{query}", Document.Replace("MORE", more, StringComparison.Ordinal)))["id"]}";

    private static async Task<string[]> PartsAsync(Bench bench, string id)
    {
        var parts = (await bench.DoneAsync(HttpMethod.Get, $"/restapis/{id}/documentation/parts?limit=500"))["item"]!.AsArray();
        return [.. parts.Select(part => $"{Place(part!["location"]!)}: {part["properties"]}").Order(StringComparer.Ordinal)];
    }

    private static string Place(JsonNode location) => $"{location["type"]} {location["path"]?.ToString() ?? "/"} {location["method"]?.ToString() ?? "*"} {location["statusCode"]?.ToString() ?? "*"} {location["name"]}";
}
