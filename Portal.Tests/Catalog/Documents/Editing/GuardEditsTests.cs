using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog.Documents.Editing;

public sealed class GuardEditsTests
{
    private const string Guarded =
        """
        openapi: 3.0.0
        security: [{pool: []}]   # of all
        paths:
          /x:
            get: {}   # follows
            put: {security: [{key: []}]}
            post: {security: [{pool: [a/read, a/write], key: []}]}
            patch: {security: [{pool: []}, {key: []}]}
            delete: {security: [{pool: []}, {}]}
            head: {x-amazon-apigateway-auth: {type: AWS_IAM}}
            options: {security: [{other: []}]}
        components:
          securitySchemes:
            pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_a']}}
            key: {type: apiKey, name: x-api-key, in: header}
            other: {type: oauth2}
        """;

    [Theory]
    [InlineData("GET /x", "pool", false, true)]
    [InlineData("PUT /x", "open", true, false)]
    [InlineData("POST /x", "pool a/read a/write", true, false)]
    [InlineData("PATCH /x", "pool", true, false)]
    [InlineData("DELETE /x", "other pool", false, false)]
    [InlineData("HEAD /x", "iam", false, false)]
    [InlineData("OPTIONS /x", "other other", false, false)]
    public void A_guard_is_read(string route, string guard, bool key, bool follows)
    {
        var row = Edit.Row(Samples.Read(Guarded), route);

        Assert.Equal((guard, key, follows), (Words(row.Guard), row.ApiKeyRequired, row.FollowsDefault));
    }

    [Theory]
    [InlineData("GET /x", "[]")]
    [InlineData("PUT /x", """[{"key":[]}]""")]
    [InlineData("POST /x", """[{"key":[]}]""")]
    [InlineData("HEAD /x", "[]")]
    [InlineData("OPTIONS /x", "[]")]
    public void Who_is_let_in_by_everybody_keeps_the_key(string route, string security)
    {
        var open = Edit.Of(Samples.Read(Guarded), new DocumentEdit.SetGuard([Edit.Name(route)], new Guard.Open()));

        Assert.Equal("open", Words(Edit.Row(open, route).Guard));
        Assert.Equal(security, Operation.Find(open.Root, Edit.Name(route))!.Json["security"]!.ToJsonString());
    }

    [Theory]
    [InlineData("PUT /x", """[{"key":[],"pool":[]}]""")]
    [InlineData("POST /x", """[{"pool":[],"key":[]}]""")]
    [InlineData("OPTIONS /x", null)]
    [InlineData("HEAD /x", null)]
    public void What_follows_the_default_keeps_its_own_key(string route, string? security)
    {
        var followed = Edit.Of(Samples.Read(Guarded), new DocumentEdit.SetGuard([Edit.Name(route)], new Guard.Default()));

        Assert.Equal("pool", Words(Edit.Row(followed, route).Guard));
        Assert.Equal(security, Operation.Find(followed.Root, Edit.Name(route))!.Json["security"]?.ToJsonString());
    }

    [Fact]
    public void Signed_calls_bring_a_scheme_that_goes_with_the_last()
    {
        var document = Samples.Read(Samples.Yaml);
        var routes = RouteTable.Of(document).Routes.Where(route => !route.ApiKeyRequired).Select(route => route.Name).ToList();

        var signed = Edit.Of(document, new DocumentEdit.SetGuard(routes, new Guard.Iam()));

        Assert.Contains("portal_sigv4", signed.Text, StringComparison.Ordinal);
        Assert.All(routes, route => Assert.Equal("iam", Words(Edit.Row(signed, route.ToString()).Guard)));
        Assert.Equal(document.Text, Edit.Of(signed, new DocumentEdit.SetGuard(routes, new Guard.Default())).Text);
    }

    [Fact]
    public void Several_routes_are_guarded_at_once()
    {
        var document = Edit.Of(Samples.Read(Samples.Yaml), new DocumentEdit.AddAuthorizer("pets", AuthorizerEditsTests.Of("cognito")));

        var guarded = Edit.Of(document, new DocumentEdit.SetGuard([Edit.Name("GET /pets"), Edit.Name("POST /pets")], new Guard.By { Authorizer = "pets", Scopes = ["pets/read"] }));

        Assert.Equal("pets pets/read", Words(Edit.Row(guarded, "GET /pets").Guard));
        Assert.Equal(("pets pets/read", true), (Words(Edit.Row(guarded, "POST /pets").Guard), Edit.Row(guarded, "POST /pets").ApiKeyRequired));
        Assert.Equal("open", Words(Edit.Row(guarded, "DELETE /pets/{petId}").Guard));
        Assert.Equal(["GET /pets", "POST /pets"], SecurityTable.Of(guarded, 1).Schemes.Single(scheme => scheme.Name is "pets").Routes);
    }

    [Fact]
    public void A_new_default_leaves_preflights_open()
    {
        var document = Edit.Of(Samples.Read(Samples.Yaml), new DocumentEdit.ChangeRoute(Edit.Name("GET /pets")) { Cors = new(new CorsPreflight()) });

        var guarded = Edit.Of(document, new DocumentEdit.SetDefaultGuard(new Guard.Iam(), ApiKeyRequired: true));

        Assert.Equal(("iam", true, true), (Words(Edit.Row(guarded, "GET /pets").Guard), Edit.Row(guarded, "GET /pets").ApiKeyRequired, Edit.Row(guarded, "GET /pets").FollowsDefault));
        Assert.Equal(("open", false), (Words(Edit.Row(guarded, "OPTIONS /pets").Guard), Edit.Row(guarded, "OPTIONS /pets").ApiKeyRequired));
        Assert.Equal(document.Text, Edit.Of(guarded, new DocumentEdit.SetDefaultGuard(new Guard.Open(), ApiKeyRequired: false)).Text);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("key")]
    public void Only_an_authorizer_guards(string name) =>
        Assert.Contains($"no authorizer '{name}'", Edit.Refused(Samples.Read(Guarded), new DocumentEdit.SetGuard([Edit.Name("GET /x")], new Guard.By { Authorizer = name })), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Guards_that_are_taken_back_leave_no_trace(string name)
    {
        var document = Samples.Read(Samples.Text(name));
        var routes = RouteTable.Of(document).Routes.Where(route => route is { FollowsDefault: true, ApiKeyRequired: false } && Draftable(document, route.Name)).Select(route => route.Name).Take(5).ToList();

        foreach (var kind in AuthorizerEditsTests.Kinds)
        {
            var added = Edit.Of(document, new DocumentEdit.AddAuthorizer("portal-pets", AuthorizerEditsTests.Of(kind)));
            var guarded = Edit.Of(added, new DocumentEdit.SetGuard(routes, new Guard.By { Authorizer = "portal-pets" }));

            Assert.Equal(added.Text, Edit.Of(guarded, new DocumentEdit.SetGuard(routes, new Guard.Default())).Text);
            Assert.Equal(document.Text, Edit.Of(added, new DocumentEdit.RemoveAuthorizer("portal-pets")).Text);
        }
    }

    private static bool Draftable(SourceDocument document, RouteName route) => document.Root["paths"]![route.Path]![route.Member] is not null;

    private static string Words(Guard guard) => guard switch
    {
        Guard.Open => "open",
        Guard.Iam => "iam",
        Guard.By by => string.Join(' ', by.Scopes.Prepend(by.Authorizer)),
        Guard.Other other => string.Join(' ', other.Schemes.Prepend("other")),
        _ => "default",
    };
}
