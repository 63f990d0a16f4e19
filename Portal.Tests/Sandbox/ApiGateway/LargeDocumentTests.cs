using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.ApiGateway;

public sealed class LargeDocumentTests
{
    /// <summary>The largest real document at hand, less what API Gateway refuses, with mocks: it deploys and answers.</summary>
    [Fact]
    public async Task A_document_of_hundreds_of_operations_deploys_and_answers()
    {
        var document = Cleaned(JsonNode.Parse(await File.ReadAllTextAsync(RealDocuments.Find("box-3.0.json"), TestContext.Current.CancellationToken))!);
        await using var bench = await Bench.StartAsync();

        var id = (await bench.DoneAsync(HttpMethod.Post, "/restapis?mode=import", document))["id"]!.GetValue<string>();
        await bench.DeployAsync(id);

        Assert.Equal("""{"ok":true}""", (await bench.InvokeAsync(id, "/users/me")).Body);
    }

    /// <summary>The other way round for each of them, less what API Gateway refuses: what is exported imports again to the same API.</summary>
    [Theory]
    [InlineData("box-3.0.json")]
    [InlineData("petstore-expanded-3.0.json")]
    [InlineData("uspto-3.0.yaml")]
    public async Task A_real_document_is_exported_to_one_that_imports_to_the_same(string file)
    {
        var document = await WithMocksAsync(file);
        await using var bench = await Bench.StartAsync();
        var id = await DocumentTests.ImportedAsync(bench, document);
        var before = await DocumentTests.PictureAsync(bench, id);

        foreach (var accept in (string[])["application/json", "application/yaml"])
        {
            var exported = await DocumentTests.ExportedAsync(bench, id, "oas30", DocumentTests.All, accept);

            Assert.Equal(before, await DocumentTests.PictureAsync(bench, await DocumentTests.ImportedAsync(bench, exported)));
        }
    }

    [Theory]
    [InlineData("museum-3.1.yaml")]
    [InlineData("tictactoe-3.1.yaml")]
    public async Task A_real_document_of_OpenAPI_3_1_is_refused(string file)
    {
        var document = await File.ReadAllTextAsync(RealDocuments.Find(file), TestContext.Current.CancellationToken);
        await using var bench = await Bench.StartAsync();

        await bench.RefusedAsync(HttpMethod.Post, "/restapis?mode=import", document, 400, "BadRequestException", "Invalid OpenAPI input.");
    }

    /// <summary>As JSON, and with something to deploy.</summary>
    private static async Task<string> WithMocksAsync(string file)
    {
        var text = await File.ReadAllTextAsync(RealDocuments.Find(file), TestContext.Current.CancellationToken);
        if (file.EndsWith(".yaml", StringComparison.Ordinal))
        {
            using MemoryStream stream = new();
            using (System.Text.Json.Utf8JsonWriter writer = new(stream, new() { SkipValidation = true }))
            {
                Portal.Sandbox.ApiGateway.OpenApi.YamlToJson.Write(text, writer);
            }

            text = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        }

        var document = JsonNode.Parse(text)!;
        // Schemes that API Gateway ignores would be warned of.
        foreach (var operation in document["paths"]!.AsObject().SelectMany(item => item.Value!.AsObject()).Select(member => member.Value).OfType<JsonObject>())
        {
            operation.Remove("security");
        }

        return Cleaned(document);
    }

    private static string Cleaned(JsonNode document)
    {
        var mock = JsonNode.Parse(Given.MockDocument())!["paths"]!["/pets"]!["get"]!["x-amazon-apigateway-integration"]!;
        var paths = document["paths"]!.AsObject();
        foreach (var (path, item) in paths.ToList())
        {
            if (IsRefused(path))
            {
                paths.Remove(path);
                continue;
            }

            foreach (var (_, operation) in item!.AsObject().Where(member => member.Value is JsonObject))
            {
                operation!["x-amazon-apigateway-integration"] = mock.DeepClone();
            }
        }

        // Box writes names such as File--Full.
        return document.ToJsonString().Replace("--", "", StringComparison.Ordinal);
    }

    /// <summary>Marks in a path, variables in part of a segment, and a second variable beside {scope}.</summary>
    private static bool IsRefused(string path) =>
        path.Contains('#', StringComparison.Ordinal)
        || path.Contains("/metadata_templates/{template_id}", StringComparison.Ordinal)
        || path.Contains("/metadata_templates/{namespace}", StringComparison.Ordinal)
        || path.Split('/').Any(part => part.Contains('{', StringComparison.Ordinal) && !(part.StartsWith('{') && part.EndsWith('}')));
}
