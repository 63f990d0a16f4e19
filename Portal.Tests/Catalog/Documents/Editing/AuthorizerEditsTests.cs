using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog.Documents.Editing;

public sealed class AuthorizerEditsTests
{
    private const string Function = "arn:aws:lambda:eu-central-1:123456789012:function:authorize";

    private const string Pool = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Ab12Cd34E";

    public static TheoryData<string> Kinds => ["token", "request", "cognito"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_added_is_read_back(string kind)
    {
        var document = Samples.Read(Samples.Yaml);

        var added = Edit.Of(document, new DocumentEdit.AddAuthorizer("pets", Of(kind)));

        var scheme = Assert.Single(SecurityTable.Of(added, 1).Schemes, scheme => scheme.Name is "pets");
        Assert.Equal(SchemeKind.Authorizer, scheme.Kind);
        Assert.Equivalent(Of(kind), scheme.Authorizer, strict: true);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void API_Gateway_gets_what_was_added(string kind)
    {
        var added = Edit.Of(Samples.Read(Samples.Yaml), new DocumentEdit.AddAuthorizer("pets", Of(kind)), new DocumentEdit.SetGuard([Edit.Name("GET /pets")], new Guard.By { Authorizer = "pets" }), new DocumentEdit.SetDefaultIntegration(new DefaultIntegration.Mock(200, "application/json", "{}")));

        var projection = GatewayDocument.Project(added, new ProjectionSettings { ApiId = "1", AwsName = "shop", EndpointType = "REGIONAL" });

        Assert.DoesNotContain(projection.Findings, finding => finding.Level is FindingLevel.Error);
        var api = Assert.IsType<Portal.Server.Gateway.RestApiSpec>(projection.Spec);
        var spec = api.Authorizers["pets"];
        Assert.Equal(kind is "cognito" ? "COGNITO_USER_POOLS" : kind.ToUpperInvariant(), spec.Type);
        Assert.Equal(kind is "request" ? "method.request.header.X-Tenant,context.identity.sourceIp" : "method.request.header.X-Token", spec.IdentitySource);
        Assert.Equal(kind is "cognito" ? null : $"arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/{Function}/invocations", spec.Uri);
        Assert.Equal("pets", api.Methods["GET /pets"].Authorizer);
    }

    [Fact]
    public void A_change_keeps_what_the_editor_does_not_know()
    {
        var document = Samples.Read(
            """
            openapi: 3.0.0
            paths: {/x: {get: {}}}
            components:
              securitySchemes:
                pets:   # ours
                  type: apiKey
                  name: Authorization
                  in: header
                  description: Asks nicely
                  x-amazon-apigateway-authtype: oauth2   # as it was
                  x-amazon-apigateway-authorizer:
                    type: TOKEN
                    authorizerUri: arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:authorize/invocations
                    x-team: blue   # who knows
                    authorizerResultTtlInSeconds: 300
            """);
        var before = (Authorizer.Token)Assert.Single(SecurityTable.Of(document, 1).Schemes).Authorizer!;

        Assert.Equal(document.Text, Edit.Of(document, new DocumentEdit.ChangeAuthorizer("pets", before)).Text);
        Assert.Equal(
            document.Text.Replace("authorizerResultTtlInSeconds: 300", "authorizerResultTtlInSeconds: 60", StringComparison.Ordinal),
            Edit.Of(document, new DocumentEdit.ChangeAuthorizer("pets", before with { TtlSeconds = 60 })).Text);
    }

    [Fact]
    public void Another_kind_takes_the_place_of_the_first()
    {
        var token = Edit.Of(Samples.Read(Samples.Minified), new DocumentEdit.AddAuthorizer("a", Of("token")));

        var cognito = Edit.Of(token, new DocumentEdit.ChangeAuthorizer("a", Of("cognito")));

        Assert.Equivalent(Of("cognito"), SecurityTable.Of(cognito, 1).Schemes[0].Authorizer, strict: true);
        Assert.DoesNotContain("authorizerUri", cognito.Text, StringComparison.Ordinal);
        Assert.Equal(token.Text.Replace(" ", "", StringComparison.Ordinal).Length, Edit.Of(cognito, new DocumentEdit.ChangeAuthorizer("a", Of("token"))).Text.Replace(" ", "", StringComparison.Ordinal).Length);
    }

    [Fact]
    public void A_scheme_that_API_Gateway_does_not_know_becomes_an_authorizer()
    {
        var document = Samples.Read("openapi: 3.0.0\npaths: {/x: {get: {security: [{bearer: []}]}}}\ncomponents: {securitySchemes: {bearer: {type: http, scheme: bearer, x-portal-at-gateway: open}}}\n");

        var changed = Edit.Of(document, new DocumentEdit.ChangeAuthorizer("bearer", new Authorizer.Token { Function = Function }));

        Assert.Equal("bearer", Assert.IsType<Guard.By>(Edit.Row(changed, "GET /x").Guard).Authorizer);
        Assert.DoesNotContain("x-portal-at-gateway", changed.Text, StringComparison.Ordinal);
        Assert.Contains("header Authorization", Edit.Refused(document, new DocumentEdit.ChangeAuthorizer("bearer", new Authorizer.Token { Function = Function, Header = "X-Token" })), StringComparison.Ordinal);
    }

    [Fact]
    public void What_guards_something_is_not_removed()
    {
        var guarded = Edit.Of(Samples.Read(Samples.Yaml), new DocumentEdit.AddAuthorizer("pets", Of("token")), new DocumentEdit.SetGuard([Edit.Name("GET /pets")], new Guard.By { Authorizer = "pets" }));

        Assert.Contains("guards GET /pets", Edit.Refused(guarded, new DocumentEdit.RemoveAuthorizer("pets")), StringComparison.Ordinal);
        Assert.Contains("the API's default", Edit.Refused(Edit.Of(guarded, new DocumentEdit.SetDefaultGuard(new Guard.By { Authorizer = "pets" }, false)), new DocumentEdit.RemoveAuthorizer("pets")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("key", "is no authorizer")]
    [InlineData("nothing", "declares no security scheme")]
    public void Only_authorizers_are_edited(string name, string why)
    {
        var document = Samples.Read(Samples.Yaml);

        Assert.Contains(why, Edit.Refused(document, new DocumentEdit.ChangeAuthorizer(name, Of("token"))), StringComparison.Ordinal);
        Assert.Contains(why, Edit.Refused(document, new DocumentEdit.RemoveAuthorizer(name)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_given_once() =>
        Assert.Contains("'key' already", Edit.Refused(Samples.Read(Samples.Yaml), new DocumentEdit.AddAuthorizer("key", Of("token"))), StringComparison.Ordinal);

    internal static Authorizer Of(string kind) => kind switch
    {
        "token" => new Authorizer.Token { Function = Function, Header = "X-Token", ValidationExpression = "^Bearer .+$", Role = "arn:aws:iam::123456789012:role/invoke", TtlSeconds = 60 },
        "request" => new Authorizer.Request { Function = Function, IdentitySources = ["method.request.header.X-Tenant", "context.identity.sourceIp"], TtlSeconds = 0 },
        _ => new Authorizer.Cognito { UserPools = [Pool], Header = "X-Token", ValidationExpression = "shop" },
    };
}
