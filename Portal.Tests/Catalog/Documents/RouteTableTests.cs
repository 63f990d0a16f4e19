using Portal.Server.Catalog.Documents;
using Portal.Tests.Catalog.Documents.Editing;

namespace Portal.Tests.Catalog.Documents;

public sealed class RouteTableTests
{
    [Fact]
    public void A_row_says_what_the_document_says()
    {
        var document = Samples.Read(Samples.Yaml);
        var route = Edit.Row(document, "GET /pets");

        Assert.Equal("listPets", route.OperationId);
        Assert.Equal("Lists pets", route.Summary);
        Assert.Equal(["pets"], route.Tags);
        Assert.Equal(12, route.Line);
        Assert.Equal("/paths/~1pets/get", route.Pointer);
        Assert.False(route.ApiKeyRequired);
        Assert.Null(route.Integration);
        Assert.Equal(
            [
                new RouteParameter { Name = "limit", In = "query", Required = false, Type = "integer" },
                new RouteParameter { Name = "X-Trace", In = "header", Required = false, Type = "string" },
            ],
            route.Parameters);
    }

    [Fact]
    public void Keys_deprecation_and_parameters_of_the_path_are_seen()
    {
        var document = Samples.Read(Samples.Yaml);

        Assert.True(Edit.Row(document, "POST /pets").Deprecated);
        Assert.True(Edit.Row(document, "POST /pets").ApiKeyRequired);
        Assert.Equal(["key"], Edit.Row(document, "POST /pets").SecurityNames);
        Assert.Equal([new RouteParameter { Name = "petId", In = "path", Required = true, Type = "string", IsOfPath = true }], Edit.Row(document, "DELETE /pets/{petId}").Parameters);
    }

    [Fact]
    public void The_documents_security_counts_where_an_operation_has_none()
    {
        var document = Samples.Read(
            """
            openapi: 3.0.0
            security: [{key: []}]
            paths:
              /a: {get: {}, post: {security: []}}
            components:
              securitySchemes: {key: {type: apiKey, in: header, name: x-api-key}, other: {type: apiKey, in: header, name: x-api-key, x-amazon-apigateway-authtype: custom}}
            """);

        Assert.True(Edit.Row(document, "GET /a").ApiKeyRequired);
        Assert.False(Edit.Row(document, "POST /a").ApiKeyRequired);
    }

    [Fact]
    public void A_path_item_that_is_a_reference_has_the_operations_of_its_target()
    {
        var document = Samples.Read("openapi: 3.0.0\npaths:\n  /a: {get: {summary: A}}\n  /b: {$ref: '#/paths/~1a'}\n");
        var route = Edit.Row(document, "GET /b");

        Assert.Equal("A", route.Summary);
        Assert.Equal("/paths/~1a/get", route.Pointer);
        Assert.Equal(3, route.Line);
    }

    [Fact]
    public void Integrations_are_recognised()
    {
        var document = Samples.Read(
            """
            openapi: 3.0.0
            paths:
              /mock: {get: {x-amazon-apigateway-integration: {type: MOCK, requestTemplates: {application/json: '{statusCode:404}'}, responses: {"4\\d\\d": {statusCode: '404', responseTemplates: {text/plain: gone}}}}}}
              /proxy: {x-amazon-apigateway-any-method: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: any, uri: 'https://example.com/'}}}
              /http: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: 'https://example.com/'}}}
              /lambda: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: 'arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:f/invocations'}}}
              /sqs: {get: {x-amazon-apigateway-integration: {type: aws, httpMethod: POST, uri: 'arn:aws:apigateway:eu-central-1:sqs:path/q'}}}
              /strange: {get: {x-amazon-apigateway-integration: {type: [1]}}}
              /text: {get: {x-amazon-apigateway-integration: nothing}}
            """);

        Assert.Equal(
            [
                new RouteIntegration.Mock(404, "text/plain", "gone"),
                new RouteIntegration.HttpProxy("ANY", "https://example.com/"),
                new RouteIntegration.Http("GET", "https://example.com/"),
                new RouteIntegration.LambdaProxy("arn:aws:lambda:eu-central-1:123456789012:function:f", null),
                new RouteIntegration.Other("aws", "POST", "arn:aws:apigateway:eu-central-1:sqs:path/q"),
                new RouteIntegration.Other("", null, null),
                null,
            ],
            RouteTable.Of(document).Routes.Select(route => route.Integration));
        Assert.Equal("ANY", RouteTable.Of(document).Routes[1].Name.Method);
    }

    [Theory]
    [InlineData("paths: {/a: {get: {tags: 3, parameters: [1, {name: 2}, {$ref: '#/info'}], security: {a: 1}, operationId: [], summary: 1, deprecated: 'yes'}}, x-a: 1, b: 2}\ninfo: {title: 3}")]
    [InlineData("paths: {/a: {parameters: x, get: {security: [1, [], a]}}}\ncomponents: {securitySchemes: [1]}\ninfo:")]
    [InlineData("paths: {/a: {get: {x-amazon-apigateway-integration: {type: mock, requestTemplates: 1, responses: [1]}}}}\nx-portal-default-integration: {type: http_proxy, baseUrl: 1}\ninfo: {}")]
    public void Nonsense_where_anything_may_stand_is_read_over(string yaml)
    {
        Assert.Single(RouteTable.Of(Samples.Read($"openapi: 3.0.0\n{yaml}\n")).Routes);
    }

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Every_sample_has_a_table(string name)
    {
        var document = Samples.Read(Samples.Text(name));

        Assert.All(RouteTable.Of(document).Routes, route => Assert.Contains(route.Name.Method.ToLowerInvariant(), document.Text.Split('\n')[route.Line!.Value - 1], StringComparison.Ordinal));
    }
}
