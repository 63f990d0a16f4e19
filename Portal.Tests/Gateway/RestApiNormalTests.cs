using System.Text.Json.Nodes;
using Portal.Server.Gateway;

namespace Portal.Tests.Gateway;

public sealed class RestApiNormalTests
{
    [Fact]
    public void What_aws_fills_in_is_written_out()
    {
        var method = Given.MockMethod();
        var unsaid = method with
        {
            AuthorizationType = "",
            Integration = method.Integration! with { Type = "mock", ConnectionType = "", PassthroughBehavior = "when_no_match", ResponseTransferMode = "", TimeoutInMillis = 0, HttpMethod = "POST", Credentials = "" },
        };

        Assert.Equal(RestApiNormal.Of(Given.RestApi("shop", ("GET /", method))).Text, RestApiNormal.Of(Given.RestApi("shop", ("GET /", unsaid))).Text);
    }

    [Fact]
    public void The_normal_form_of_the_normal_form_is_itself()
    {
        var once = RestApiNormal.Of(Given.RestApi("shop", ("GET /", Given.MockMethod())));

        Assert.Equal(once.Text, RestApiNormal.Of(once).Text);
    }

    [Fact]
    public void A_reference_to_a_model_is_a_name_and_not_a_url()
    {
        var read = JsonNode.Parse("""{"$schema":"x","type":"array","items":{"$ref":"https://apigateway.amazonaws.com/restapis/abc123/models/Pet"},"required":["b","a"]}""")!;

        Assert.Equal("""{"items":{"$ref":"#/components/schemas/Pet"},"required":["a","b"],"type":"array"}""", RestApiNormal.Schema(read));
    }

    [Fact]
    public void A_property_named_required_is_a_property()
    {
        const string schema = """{"properties":{"required":{"type":"boolean"}},"type":"object"}""";

        Assert.Equal(schema, RestApiNormal.Schema(JsonNode.Parse(schema)!));
    }

    [Fact]
    public void A_policy_is_read_back_as_it_was_written()
    {
        var written = JsonNode.Parse("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":["execute-api:/*"]}]}""")!;
        var read = JsonNode.Parse("""{"Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Principal":"*","Resource":"arn:aws:execute-api:eu-west-1:111111111111:abc123/*"}],"Version":"2012-10-17"}""")!;

        Assert.Equal(RestApiNormal.Policy(written, null), RestApiNormal.Policy(read, "abc123"));
    }

    [Fact]
    public void A_gateway_response_with_its_own_status_says_nothing_new()
    {
        GatewayResponseSpec Response(string? status) => new() { StatusCode = status, ResponseParameters = SortedMap<string>.Empty, ResponseTemplates = SortedMap<string>.Empty };
        RestApiSpec With(string? status) => RestApiNormal.Of(Given.RestApi("shop") with { GatewayResponses = new([new("THROTTLED", Response(status))]) });

        Assert.Equal(With(null).Text, With("429").Text);
        Assert.NotEqual(With(null).Text, With("503").Text);
    }

    [Theory]
    [InlineData("TOKEN", 300, "custom")]
    [InlineData("COGNITO_USER_POOLS", null, "cognito_user_pools")]
    public void An_authorizer_has_awss_defaults(string type, int? seconds, string authType)
    {
        var api = Given.RestApi("shop") with
        {
            Authorizers = new([new("auth", new AuthorizerSpec
            {
                Type = type, AuthType = null, Uri = "", Credentials = null, IdentitySource = "method.request.header.A, context.identity.sourceIp",
                IdentityValidationExpression = null, ResultTtlInSeconds = null, ProviderArns = [],
            })]),
        };

        var authorizer = RestApiNormal.Of(api).Authorizers["auth"];

        Assert.Equal((seconds, authType, "method.request.header.A,context.identity.sourceIp"), (authorizer.ResultTtlInSeconds, authorizer.AuthType, authorizer.IdentitySource));
        Assert.Null(authorizer.Uri);
    }
}
