using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.ApiGateway;

public sealed class ImportTests
{
    private static readonly string Full = Given.Document(
        $$"""
        {"/pets/{id}": {
          "parameters": [{"name": "id", "in": "path", "required": true}],
          "post": {
            "operationId": "save", "security": [{"key": []}], "parameters": [{"$ref": "#/components/parameters/Page"}],
            "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"} } } },
            "responses": {"200": {"description": "", "headers": {"X-A": {} }, "content": {"application/json": {"schema": {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/Pet"} } } } } }, "default": {"description": ""} },
            "x-amazon-apigateway-request-validator": "all",
            "x-amazon-apigateway-integration": {"type": "http_proxy", "httpMethod": "post", "uri": "https://backend.example/{id}", "timeoutInMillis": 1000,
              "requestParameters": {"integration.request.path.id": "method.request.path.id"}, "passthroughBehavior": "when_no_templates"} } } }
        """,
        """
        "x-amazon-apigateway-request-validators": {"all": {"validateRequestBody": true, "validateRequestParameters": true} },
        "x-amazon-apigateway-api-key-source": "AUTHORIZER", "x-amazon-apigateway-binary-media-types": ["image/png"], "x-amazon-apigateway-minimum-compression-size": 5,
        "x-amazon-apigateway-policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*"}]},
        "components": {
          "parameters": {"Page": {"name": "page", "in": "query"} },
          "securitySchemes": {"key": {"type": "apiKey", "name": "x-api-key", "in": "header"} },
          "schemas": {"Pet": {"type": "object", "properties": {"friend": {"$ref": "#/components/schemas/Pet"} } } } }
        """);

    [Fact]
    public async Task A_document_becomes_resources_methods_models_and_settings()
    {
        await using var bench = await Bench.StartAsync();
        var api = await bench.DoneAsync(HttpMethod.Post, "/restapis?mode=import&endpointConfigurationTypes=REGIONAL", Full);
        var id = api["id"]!.GetValue<string>();

        Assert.Equal(("pets", "1.0", "AUTHORIZER", 5, "REGIONAL", "image/png"), (Text(api, "name"), Text(api, "version"), Text(api, "apiKeySource"), api["minimumCompressionSize"]!.GetValue<int>(), Text(api["endpointConfiguration"]!["types"]!, 0), Text(api["binaryMediaTypes"]!, 0)));
        Assert.Contains($"\\\"arn:aws:execute-api:eu-central-1:123456789012:{id}/*\\\"", Text(api, "policy"), StringComparison.Ordinal);

        var resources = (await bench.DoneAsync(HttpMethod.Get, $"/restapis/{id}/resources?embed=methods"))["item"]!.AsArray();
        Assert.Equal(["/", "/pets", "/pets/{id}"], resources.Select(resource => Text(resource!, "path")).Order(StringComparer.Ordinal));
        var method = resources.Single(resource => Text(resource!, "path") is "/pets/{id}")!["resourceMethods"]!["POST"]!;
        Assert.Equal("""{"method.request.path.id":true,"method.request.querystring.page":false}""", method["requestParameters"]!.ToJsonString());
        Assert.Equal("""{"application/json":"Pet"}""", method["requestModels"]!.ToJsonString());
        Assert.Equal((true, "save", "NONE"), (method["apiKeyRequired"]!.GetValue<bool>(), Text(method, "operationName"), Text(method, "authorizationType")));
        Assert.Equal("200", Assert.Single(method["methodResponses"]!.AsObject()).Key);
        var integration = method["methodIntegration"]!;
        Assert.Equal(("HTTP_PROXY", "POST", "INTERNET", "WHEN_NO_TEMPLATES", 1000), (Text(integration, "type"), Text(integration, "httpMethod"), Text(integration, "connectionType"), Text(integration, "passthroughBehavior"), integration["timeoutInMillis"]!.GetValue<int>()));

        var models = (await bench.DoneAsync(HttpMethod.Get, $"/restapis/{id}/models"))["item"]!.AsArray();
        Assert.Equal(2, models.Count);
        var pet = models.Single(model => Text(model!, "name") is "Pet")!;
        Assert.Equal($"https://apigateway.amazonaws.com/restapis/{id}/models/Pet", Text(JsonNode.Parse(Text(pet, "schema"))!["properties"]!["friend"]!, "$ref"));
        Assert.Equal(Text(models.Single(model => Text(model!, "name") is not "Pet")!, "name"), Text(method["methodResponses"]!["200"]!["responseModels"]!, "application/json"));
    }

    [Fact]
    public async Task The_same_in_YAML_and_in_Swagger_2_is_the_same_API()
    {
        await using var bench = await Bench.StartAsync();
        const string yaml = """
            swagger: "2.0"
            info: {title: pets, version: 1.0}
            consumes: [application/json]
            paths:
              /pets:
                post:
                  parameters:
                    - {name: body, in: body, schema: {$ref: '#/definitions/Pet'}}
                  responses: &answers
                    200: {description: fine, schema: {$ref: '#/definitions/Pet'}}
                  x-amazon-apigateway-integration: {type: mock}
                put:
                  responses: *answers
                  x-amazon-apigateway-integration: {type: mock}
            definitions:
              Pet: {type: object}
            """;
        var id = Text(await bench.DoneAsync(HttpMethod.Post, "/restapis?mode=import", yaml), "id");

        var pets = (await bench.DoneAsync(HttpMethod.Get, $"/restapis/{id}/resources?embed=methods"))["item"]!.AsArray().Single(resource => Text(resource!, "path") is "/pets")!;

        Assert.Equal("""{"application/json":"Pet"}""", pets["resourceMethods"]!["POST"]!["requestModels"]!.ToJsonString());
        Assert.Equal("""{"application/json":"Pet"}""", pets["resourceMethods"]!["PUT"]!["methodResponses"]!["200"]!["responseModels"]!.ToJsonString());
    }

    [Fact]
    public async Task A_put_merges_unless_told_to_overwrite()
    {
        await using var bench = await Bench.StartAsync();
        var id = Text(await bench.DoneAsync(HttpMethod.Post, "/restapis?mode=import", Given.MockDocument("/one")), "id");

        await bench.DoneAsync(HttpMethod.Put, $"/restapis/{id}", Given.MockDocument("/two"));
        Assert.Equal(["/", "/one", "/two"], await PathsAsync(bench, id));

        await bench.DoneAsync(HttpMethod.Put, $"/restapis/{id}?mode=overwrite", Given.MockDocument("/two"));
        Assert.Equal(["/", "/two"], await PathsAsync(bench, id));
    }

    [Fact]
    public async Task A_put_renames_the_API_but_leaves_its_endpoint_and_tags()
    {
        await using var bench = await Bench.StartAsync();
        var id = Text(await bench.DoneAsync(HttpMethod.Post, "/restapis", """{"name":"before","tags":{"a":"b"},"endpointConfiguration":{"types":["REGIONAL"]}}"""), "id");

        var api = await bench.DoneAsync(HttpMethod.Put, $"/restapis/{id}?mode=overwrite", Given.MockDocument());

        Assert.Equal(("pets", "REGIONAL", "b"), (Text(api, "name"), Text(api["endpointConfiguration"]!["types"]!, 0), Text(api["tags"]!, "a")));
    }

    [Theory]
    [InlineData("""{"openapi": "3.1.0", "info": {"title": "x"}, "paths": {}}""")]
    [InlineData("""{"openapi": "3.0.0", "info": {}, "paths": {}}""")]
    [InlineData("""{"openapi": "3.0.0", "info": {"title": "x"}}""")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("a: &a [*a]")]
    [InlineData("a: {b: [c")]
    public async Task What_cannot_be_read_is_invalid(string document)
    {
        await using var bench = await Bench.StartAsync();

        await bench.RefusedAsync(HttpMethod.Post, "/restapis?mode=import", document, 400, "BadRequestException", "Invalid OpenAPI input.");
    }

    [Fact]
    public async Task Nesting_without_end_is_invalid()
    {
        await using var bench = await Bench.StartAsync();

        await bench.RefusedAsync(HttpMethod.Post, "/restapis?mode=import", new string('[', 500_000), 400, "BadRequestException", "Invalid OpenAPI input.");
        await bench.RefusedAsync(HttpMethod.Post, "/restapis?mode=import", $"a: {new string('[', 500_000)}", 400, "BadRequestException", "Invalid OpenAPI input.");
    }

    [Fact]
    public async Task A_few_lines_of_aliases_do_not_become_gigabytes()
    {
        await using var bench = await Bench.StartAsync();
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Join('\n', Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]"));

        await bench.RefusedAsync(HttpMethod.Post, "/restapis?mode=import", bomb, 400, "BadRequestException", "Invalid OpenAPI input.");
    }

    [Fact]
    public async Task A_document_over_six_megabytes_is_too_large()
    {
        await using var bench = await Bench.StartAsync();

        var (status, _, _) = await bench.CallAsync(HttpMethod.Post, "/restapis?mode=import", new byte[(6 * 1024 * 1024) + 1]);

        Assert.Equal(413, (int)status);
    }

    public static TheoryData<string, string> Faults => new()
    {
        { """{"/a b": {} }""", "Unable to create resource at path '/a b': Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end." },
        { """{"/a.{b}": {} }""", "Unable to create resource at path '/a.{b}': Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end." },
        { """{"/a/{x}/b": {}, "/a/{y}/c": {} }""", "Unable to create resource at path '/a/{y}/c': A sibling ({x}) of this resource already has a variable path part -- only one is allowed" },
        { """{"/a": {"get": {"operationId": "x"}, "put": {"operationId": "x"} } }""", "Parse issue: attribute paths.'/a'(put).operationId is repeated" },
        { """{"/a": {"get": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/No"} } } } } } }""", "Unable to put method 'GET' on resource at path '/a': Invalid model identifier specified: #/components/schemas/No" },
        { """{"/a": {"get": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "other.json#/X"} } } } } } }""", "Unable to put method 'GET' on resource at path '/a': Invalid model identifier specified: other.json#/X" },
        { """{"/a": {"get": {"parameters": [{"$ref": "#/components/parameters/No"}]} } }""", "Unable to put method 'GET' on resource at path '/a': Unresolvable reference: #/components/parameters/No" },
        { """{"/a": {"get": {"x-amazon-apigateway-integration": {"type": "aws", "httpMethod": "POST", "uri": "arn:aws:x"} } } }""", "Unable to put integration on 'GET' for resource at path '/a': AWS ARN for integration must contain path or action" },
        { """{"/a": {"get": {"x-amazon-apigateway-request-validator": "no"} } }""", "Unable to put method 'GET' on resource at path '/a': Invalid Request Validator identifier specified: no" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_API_Gateway_refuses_is_named_with_its_place(string paths, string fault)
    {
        await using var bench = await Bench.StartAsync();

        await bench.RefusedAsync(HttpMethod.Post, "/restapis?mode=import", Given.Document(paths), 400, "BadRequestException", $"Errors found during import:\n\t{fault}");
    }

    [Fact]
    public async Task A_refused_put_changes_nothing()
    {
        await using var bench = await Bench.StartAsync();
        var id = Text(await bench.DoneAsync(HttpMethod.Post, "/restapis?mode=import", Given.MockDocument("/one")), "id");

        await bench.CallAsync(HttpMethod.Put, $"/restapis/{id}?mode=overwrite", Given.Document("""{"/two": {}, "/a b": {} }"""));

        Assert.Equal(["/", "/one"], await PathsAsync(bench, id));
    }

    [Fact]
    public async Task Model_names_are_alphanumeric()
    {
        await using var bench = await Bench.StartAsync();

        await bench.RefusedAsync(HttpMethod.Post, "/restapis?mode=import", Given.MockDocument(more: """ "components": {"schemas": {"A-B": {"type": "object"} } } """), 400, "BadRequestException", "Errors found during import:\n\tUnable to create model for 'A-B': Model name must be alphanumeric: A-B");
    }

    [Fact]
    public async Task Warnings_refuse_only_where_asked_for()
    {
        await using var bench = await Bench.StartAsync();
        var document = Given.Document($$"""{"/a": {"get": {{Given.Mock("x", """ "security": [{"oauth": []}] """)}} } }""", """ "components": {"securitySchemes": {"oauth": {"type": "oauth2"} } } """);

        var api = await bench.DoneAsync(HttpMethod.Post, "/restapis?mode=import", document);
        Assert.Equal("Security scheme 'oauth' is not supported and was ignored", Text(api["warnings"]!, 0));

        await bench.RefusedAsync(HttpMethod.Post, "/restapis?mode=import&failonwarnings=true", document, 400, "BadRequestException", "Warnings found during import:\n\tSecurity scheme 'oauth' is not supported and was ignored");
    }

    [Theory]
    [InlineData("", "/x")]
    [InlineData("&basepath=ignore", "/x")]
    [InlineData("&basepath=prepend", "/v1/pets/x")]
    [InlineData("&basepath=split", "/pets/x")]
    public async Task The_base_path_is_ignored_prepended_or_split(string query, string path)
    {
        await using var bench = await Bench.StartAsync();
        var id = Text(await bench.DoneAsync(HttpMethod.Post, $"/restapis?mode=import{query}", Given.MockDocument("/x", more: """ "servers": [{"url": "https://a.example/{v}/pets", "variables": {"v": {"default": "v1"} } }] """)), "id");

        Assert.Contains(path, await PathsAsync(bench, id));
    }

    private static async Task<IEnumerable<string>> PathsAsync(Bench bench, string id) =>
        (await bench.DoneAsync(HttpMethod.Get, $"/restapis/{id}/resources"))["item"]!.AsArray().Select(resource => Text(resource!, "path")).Order(StringComparer.Ordinal);

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static string Text(JsonNode node, int index) => node[index]!.GetValue<string>();
}
