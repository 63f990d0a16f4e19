using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

public sealed class GetSecurityTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Function = "arn:aws:lambda:eu-central-1:123456789012:function:authorize";

    [Fact]
    public async Task An_authorizer_is_added_and_guards_routes()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var revised = await publisher.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/edits", new
        {
            baseRevision = 1,
            edits = new object[]
            {
                new { edit = "addAuthorizer", name = "pets", authorizer = new { type = "token", function = Function, ttlSeconds = 60 } },
                new { edit = "setGuard", operations = new[] { "GET /pets", "POST /pets" }, guard = new { type = "authorizer", authorizer = "pets" } },
                new { edit = "setDefaultGuard", guard = new { type = "iam" }, apiKeyRequired = true },
            },
        }, HttpStatusCode.OK);

        var security = await publisher.Http.GetAsync<GuardsView>($"/api/v1/apis/{api.Id}/security");
        var scheme = security.Schemes.Single(scheme => scheme.Name is "pets");
        Assert.Equal((2, true), (security.Revision, security.DefaultApiKey));
        Assert.Equal(new Guard.Iam(), security.Default);
        Assert.Equal(["GET /pets", "POST /pets"], scheme.Routes);
        Assert.Equal(new Authorizer.Token { Function = Function, TtlSeconds = 60 }, scheme.Authorizer);
        Assert.Contains("Added the authorizer pets.", revised.Api.Latest.Summary, StringComparison.Ordinal);
        Assert.Contains("Changed GET /pets: open -> guarded by pets", revised.Api.Latest.Summary, StringComparison.Ordinal);
        Assert.Contains("a route is open -> for signed calls with an API key.", revised.Api.Latest.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"token","function":"pets"}""", "function")]
    [InlineData("""{"type":"token","function":"arn:aws:lambda:eu-central-1:123456789012:function:a","ttlSeconds":3601}""", "ttlSeconds")]
    [InlineData("""{"type":"token","function":"arn:aws:lambda:eu-central-1:123456789012:function:a","validationExpression":"("}""", "validationExpression")]
    [InlineData("""{"type":"token","function":"arn:aws:lambda:eu-central-1:123456789012:function:a","header":"a b"}""", "header")]
    [InlineData("""{"type":"request","function":"arn:aws:lambda:eu-central-1:123456789012:function:a"}""", "identitySources")]
    [InlineData("""{"type":"request","function":"arn:aws:lambda:eu-central-1:123456789012:function:a","identitySources":["Authorization"]}""", "identitySources")]
    [InlineData("""{"type":"cognito","userPools":[]}""", "userPools")]
    [InlineData("""{"type":"cognito","userPools":["eu-central-1_a"]}""", "userPools")]
    public async Task What_API_Gateway_would_refuse_is_said_at_its_field(string authorizer, string field)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var edit = new { edit = "addAuthorizer", name = "pets", authorizer = System.Text.Json.JsonElement.Parse(authorizer) };

        var problem = await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/edits", new { baseRevision = 1, edits = new object[] { edit } })
            .RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");

        Assert.Contains($"edits[0].authorizer.{field}", problem.Errors!.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_change_says_what_it_causes()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var revised = await publisher.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/edits", new
        {
            baseRevision = 1,
            edits = new object[] { new { edit = "setDefaultIntegration", integration = (object?)null } },
        }, HttpStatusCode.OK);

        var caused = Assert.Single(revised.Caused, finding => finding.Level is FindingLevel.Error);
        Assert.Equal(("integration-missing", 3), (caused.Rule, caused.Operations.Count));
    }
}
