using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Tests.Sandbox.ApiGateway;

/// <summary>Each document is imported, deployed and exported; what is imported from the export is the same API, read back member by member. To add a case, add a document.</summary>
public sealed partial class DocumentTests
{
    internal const string All = "extensions=apigateway,documentation";

    private const string Shared = "x-amazon-apigateway-integrations";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Sandbox", "ApiGateway", "Documents");

    public static TheoryData<string> Documents => [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> HttpDocuments => [.. Directory.EnumerateFiles(Path.Combine(Folder, "Http")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_deployed_API_is_exported_to_a_document_that_imports_to_the_same(string file)
    {
        await using var bench = await Bench.StartAsync();
        var document = await File.ReadAllTextAsync(Path.Combine(Folder, file), TestContext.Current.CancellationToken);
        var id = await ImportedAsync(bench, document);
        var before = await PictureAsync(bench, id);

        // Swagger has one body for all media types.
        foreach (var kind in file is "models.json" ? (string[])["oas30"] : ["oas30", "swagger"])
        {
            foreach (var accept in (string[])["application/json", "application/yaml"])
            {
                var exported = await ExportedAsync(bench, id, kind, All, accept);

                Assert.Equal(before, await PictureAsync(bench, await ImportedAsync(bench, exported)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(HttpDocuments))]
    public async Task An_HTTP_API_is_exported_to_a_document_that_imports_to_the_same(string file)
    {
        await using var bench = await Bench.StartAsync();
        var document = await File.ReadAllTextAsync(Path.Combine(Folder, "Http", file), TestContext.Current.CancellationToken);
        var first = await bench.DoneAsync(HttpMethod.Put, "/v2/apis?failOnWarnings=true", new { body = document });

        var exported = (await bench.DoneAsync(HttpMethod.Get, $"/v2/apis/{first["apiId"]}/exports/OAS30?outputType=JSON")).ToJsonString();
        var second = await bench.DoneAsync(HttpMethod.Put, "/v2/apis?failOnWarnings=true", new { body = exported });

        var again = (await bench.DoneAsync(HttpMethod.Get, $"/v2/apis/{second["apiId"]}/exports/OAS30?outputType=JSON")).ToJsonString();
        Assert.Equal(WithoutIds(exported, first), WithoutIds(again, second));
    }

    [Theory]
    [InlineData("integration")]
    [InlineData("integrations")]
    [InlineData("any-method")]
    [InlineData("authorizer")]
    [InlineData("authtype")]
    [InlineData("auth")]
    [InlineData("api-key-source")]
    [InlineData("request-validators")]
    [InlineData("request-validator")]
    [InlineData("gateway-responses")]
    [InlineData("policy")]
    [InlineData("endpoint-configuration")]
    [InlineData("security-policy")]
    [InlineData("endpoint-access-mode")]
    [InlineData("binary-media-types")]
    [InlineData("minimum-compression-size")]
    [InlineData("documentation")]
    [InlineData("cors")]
    [InlineData("importexport-version")]
    [InlineData("tag-value")]
    public void A_document_uses_each_extension(string extension) => Assert.Contains(
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories),
        file => File.ReadAllText(file).Contains($"\"x-amazon-apigateway-{extension}\"", StringComparison.Ordinal));

    [Fact]
    public async Task An_export_shows_what_the_stage_serves_and_no_more_than_was_asked_for()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument(more: """ "x-amazon-apigateway-minimum-compression-size": 1 """));
        await bench.DoneAsync(HttpMethod.Put, $"/restapis/{id}?mode=overwrite", Given.MockDocument("/cats"));

        var plain = JsonNode.Parse(await ExportedAsync(bench, id, "oas30", "", "application/json"))!;
        var some = JsonNode.Parse(await ExportedAsync(bench, id, "swagger", "extensions=integrations", "application/json"))!;

        Assert.Equal(["/pets"], plain["paths"]!.AsObject().Select(path => path.Key));
        Assert.DoesNotContain("x-amazon", plain.ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull(some["paths"]!["/pets"]!["get"]!["x-amazon-apigateway-integration"]);
        Assert.Null(some["x-amazon-apigateway-minimum-compression-size"]);
    }

    [Theory]
    [InlineData("/stages/dev/exports/raml", "Invalid export type specified. Must be one of [oas30, swagger]")]
    [InlineData("/stages/dev/exports/oas30?extensions=raml", "Invalid extension specified: raml. Must be one of [apigateway, authorizers, documentation, integrations, postman]")]
    public async Task What_cannot_be_exported_is_refused(string path, string text)
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument());

        await bench.RefusedAsync(HttpMethod.Get, $"/restapis/{id}{path}", null, 400, "BadRequestException", text);
    }

    [Fact]
    public async Task Postman_is_told_how_a_method_is_signed()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.Document($$"""{"/a": {"get": {{Given.Mock("", """ "x-amazon-apigateway-auth": {"type": "AWS_IAM"} """)}}, "put": {{Given.Mock("")}} } }"""));

        var item = JsonNode.Parse(await ExportedAsync(bench, id, "oas30", "extensions=postman", "application/json"))!["paths"]!["/a"]!;

        Assert.Equal("awsSigV4 execute-api eu-central-1", $"{item["get"]!["x-postman-meta"]!["currentHelper"]} {item["get"]!["x-postman-meta"]!["helperAttributes"]!["service"]} {item["get"]!["x-postman-meta"]!["helperAttributes"]!["region"]}");
        Assert.Null(item["put"]!["x-postman-meta"]);
    }

    [Fact]
    public async Task What_is_said_of_a_model_goes_along_and_one_that_is_not_JSON_does_not()
    {
        await using var bench = await Bench.StartAsync();
        var id = await ImportedAsync(bench, Given.MockDocument());
        await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/models", new { name = "Pet", contentType = "application/json", description = "an animal", schema = """{"type":"object"}""" });
        await bench.DeployAsync(id);

        var again = await ImportedAsync(bench, await ExportedAsync(bench, id, "swagger", All, "application/json"));
        Assert.Equal("an animal", (string?)(await bench.DoneAsync(HttpMethod.Get, $"/restapis/{again}/models/Pet"))["description"]);

        await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/models", new { name = "Other", contentType = "text/xml", schema = """{"type":"object"}""" });
        await bench.DeployAsync(id);
        await bench.RefusedAsync(HttpMethod.Get, $"/restapis/{id}/stages/dev/exports/oas30", null, 400, "BadRequestException", "Unable to export model Other: its content type is not application/json");
    }

    internal static async Task<string> ImportedAsync(Bench bench, string document)
    {
        var type = document.Contains("vpcEndpointIds", StringComparison.Ordinal) ? "PRIVATE" : "REGIONAL";
        var (status, api, _) = await bench.CallAsync(HttpMethod.Post, $"/restapis?mode=import&failonwarnings=true&endpointConfigurationTypes={type}", document);
        Assert.True(status is HttpStatusCode.Created, $"{(int)status} {api?.ToJsonString()} {document}");
        var id = api!["id"]!.GetValue<string>();
        await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/deployments", new { stageName = "dev" });
        await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/documentation/versions", new { documentationVersion = "1", stageName = "dev" });
        return id;
    }

    internal static async Task<string> ExportedAsync(Bench bench, string id, string kind, string query, string accept)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"/restapis/{id}/stages/dev/exports/{kind}?{query}");
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-central-1/apigateway/aws4_request, SignedHeaders=host, Signature=00");
        request.Headers.Accept.ParseAdd(accept);
        var (status, body, response) = await bench.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, "application/octet-stream"), (status, response.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("attachment; filename=", response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        return body;
    }

    /// <summary>All that can be read of an API, with ids by what they name.</summary>
    internal static async Task<string> PictureAsync(Bench bench, string id)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        List<string> parts = [];
        foreach (var (path, name) in new[] { ("", ""), ("/resources", "path"), ("/models", "name"), ("/authorizers", "name"), ("/requestvalidators", "name"), ("/documentation/parts", "location") })
        {
            foreach (var one in (await PagesAsync(bench, $"/restapis/{id}{path}")).SelectMany(page => page["item"]?.AsArray() ?? []))
            {
                names[one!["id"]!.GetValue<string>()] = $"({path} {one[name]!.ToJsonString()})";
            }
        }

        foreach (var path in new[] { "", "/resources?embed=methods", "/models", "/authorizers", "/requestvalidators", "/gatewayresponses", "/documentation/parts" })
        {
            var pages = await PagesAsync(bench, $"/restapis/{id}{path}");
            pages[0].AsObject().Remove("createdDate");
            parts.AddRange(pages[0]["item"] is JsonArray ? pages.SelectMany(page => page["item"]!.AsArray()).Select(item => Named(item!.ToJsonString(), names)).Order(StringComparer.Ordinal) : [Named(pages[0].ToJsonString(), names)]);
        }

        // Policies name the API within their texts.
        return string.Join('\n', parts).Replace(id, "(api)", StringComparison.Ordinal);
    }

    /// <summary>A list whole, however long it is.</summary>
    private static async Task<List<JsonNode>> PagesAsync(Bench bench, string path)
    {
        List<JsonNode> pages = [];
        for (string? position = ""; position is not null; position = (string?)pages[^1]["position"])
        {
            pages.Add(await bench.DoneAsync(HttpMethod.Get, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=500{(position is "" ? "" : $"&position={Uri.EscapeDataString(position)}")}"));
        }

        return pages;
    }

    /// <summary>Only values of members that hold ids are taken for ids: six letters of a document's own text can well be one of them.</summary>
    private static string Named(string text, Dictionary<string, string> names) => Identifying().Replace(text, member => names.TryGetValue(member.Groups["id"].Value, out var name)
        ? $"\"{member.Groups["member"].Value}\":\"{name.Replace("\"", "'", StringComparison.Ordinal)}\""
        : member.Value);

    [GeneratedRegex("\"(?<member>id|[A-Za-z]+Id|cacheNamespace)\":\"(?<id>[a-z0-9]+)\"")]
    private static partial Regex Identifying();

    /// <summary>An export names the API in its address, and integrations that several routes share by their ids: these stand where they are named instead.</summary>
    private static string WithoutIds(string exported, JsonNode api)
    {
        var root = JsonNode.Parse(exported.Replace($"{api["apiId"]}", "", StringComparison.Ordinal))!;
        var components = root["components"] as JsonObject;
        var shared = components?[Shared]?.AsObject() ?? [];
        components?.Remove(Shared);
        return shared.Aggregate(root.ToJsonString(), (text, one) => text.Replace($$"""{"$ref":"#/components/{{Shared}}/{{one.Key}}"}""", one.Value!.ToJsonString(), StringComparison.Ordinal));
    }
}
