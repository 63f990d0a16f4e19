using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

/// <summary>What one side takes out while the other begins to name it: nothing is lost that a document needs to be read, and what does not fit together is an error before and after the import.</summary>
public sealed class MergeLeftoversTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    internal const string Shop = """
        openapi: 3.0.1
        info: { title: Shop, version: 1.0.0 }
        x-portal-default-integration: { type: mock, status: 200 }
        x-amazon-apigateway-request-validators:
          all: { validateRequestBody: true, validateRequestParameters: true }
        components:
          schemas:
            Order: { type: object, properties: { lines: { type: array, items: { $ref: '#/components/schemas/Line' } } } }
            Line: { type: object, properties: { article: { type: string } } }
          securitySchemes:
            door:
              type: apiKey
              name: Authorization
              in: header
              x-amazon-apigateway-authtype: custom
              x-amazon-apigateway-authorizer: { type: token, authorizerUri: 'arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:a/invocations' }
        paths:
          /orders:
            get: { responses: { '200': { description: All orders } } }
            post:
              requestBody: { content: { application/json: { schema: { type: object } } } }
              responses: { '200': { description: Made } }

        """;

    [Fact]
    public async Task A_model_that_the_authors_took_out_and_a_route_made_here_names_stays_with_all_that_it_names()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher, text: Shop);
        api = await ReviseAsync(publisher, api, new { edit = "setModels", method = "POST", path = "/orders", request = new[] { new { contentType = "application/json", model = "Order" } } });
        var next = Without(Shop, "    Order:", "    Line:");

        var preview = await PreviewAsync(publisher, api, next);
        Assert.Equal(["model Line", "model Order"], preview.PutBack.Order(StringComparer.Ordinal));
        Assert.Empty(preview.Findings);
        api = await ImportAsync(publisher, api, next);

        var text = await TextAsync(publisher, api);
        Assert.Contains("article", text, StringComparison.Ordinal);
        Assert.DoesNotContain((await FindingsAsync(publisher, api)).Findings, finding => finding.Level is FindingLevel.Error);
    }

    [Fact]
    public async Task A_model_that_was_taken_out_here_and_the_next_document_names_stays()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher, text: Shop.Replace("{ $ref: '#/components/schemas/Line' }", "{ type: object }", StringComparison.Ordinal));
        api = await ReviseAsync(publisher, api, new { edit = "removeModel", name = "Line" });

        var preview = await PreviewAsync(publisher, api, Shop);

        Assert.Equal(["model Line"], preview.PutBack);
        Assert.Contains("article", await TextAsync(publisher, await ImportAsync(publisher, api, Shop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authorizer_that_is_gone_and_a_guard_made_here_names_is_an_error_before_and_after_the_import()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher, text: Shop);
        api = await ReviseAsync(publisher, api, new { edit = "setGuard", operations = new[] { "GET /orders" }, guard = new { type = "authorizer", authorizer = "door" } });
        var next = Without(Shop, "  securitySchemes:", "paths:");

        var finding = Assert.Single((await PreviewAsync(publisher, api, next)).Findings);
        Assert.Equal("security-undeclared", finding.Rule);
        Assert.Contains("door", finding.Message, StringComparison.Ordinal);
        api = await ImportAsync(publisher, api, next);

        Assert.Contains((await FindingsAsync(publisher, api)).Findings, found => found is { Rule: "security-undeclared", Level: FindingLevel.Error, Operations: ["GET /orders"] });
    }

    [Fact]
    public async Task So_is_a_validator()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher, text: Shop);
        api = await ReviseAsync(publisher, api, new { edit = "setValidator", operations = new[] { "POST /orders" }, validator = "all" });
        var next = Without(Shop, "x-amazon-apigateway-request-validators:", "components:");

        Assert.Equal("validator-unknown", Assert.Single((await PreviewAsync(publisher, api, next)).Findings).Rule);
        api = await ImportAsync(publisher, api, next);

        Assert.Contains((await FindingsAsync(publisher, api)).Findings, found => found is { Rule: "validator-unknown", Level: FindingLevel.Error });
    }

    internal static string Without(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        var end = text.IndexOf(to, start, StringComparison.Ordinal);

        // Up to the end of the line or block that begins with it.
        return text[..start] + text[(to.StartsWith("    ", StringComparison.Ordinal) ? text.IndexOf('\n', end) + 1 : end)..];
    }

    private static async Task<ApiView> ReviseAsync(Person person, ApiView api, params object[] edits) =>
        (await person.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/edits", new { baseRevision = api.Latest.Number, edits }, HttpStatusCode.OK)).Api;

    private static Task<RevisionPreview> PreviewAsync(Person person, ApiView api, string text) =>
        person.Http.PostAsync<RevisionPreview>($"/api/v1/apis/{api.Id}/revisions/preview", new { document = new { text } }, HttpStatusCode.OK);

    private static async Task<ApiView> ImportAsync(Person person, ApiView api, string text) =>
        (await person.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/revisions", new { document = new { text } }, HttpStatusCode.OK)).Api;

    private static async Task<string> TextAsync(Person person, ApiView api) => (await person.Http.GetAsync<RevisionText>($"/api/v1/apis/{api.Id}/revisions/{api.Latest.Number}")).Text;

    private static Task<FindingsView> FindingsAsync(Person person, ApiView api) => person.Http.GetAsync<FindingsView>($"/api/v1/apis/{api.Id}/findings");
}
