using System.Text.Json.Nodes;
using Portal.Server.Gateway;
using Portal.Tests.Catalog.Documents;
using Portal.Tests.Catalog.Projection;

namespace Portal.Tests.Gateway;

public sealed class OpenApiBodyTests
{
    public static TheoryData<string> Cases => [.. OpenApiBodyCases.Documents.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_gateway_would_make_the_same_api_of_the_body(string name)
    {
        var spec = Projected.Spec(OpenApiBodyCases.Text(name));

        Assert.Equal(spec.Text, Projected.Spec(OpenApiBody.Of(spec)).Text);
    }

    [Theory]
    [MemberData(nameof(SampleProjectionTests.Names), MemberType = typeof(SampleProjectionTests))]
    public void So_it_is_with_real_documents(string name)
    {
        var spec = Projected.Spec(Projected.Changed(Samples.Text(name), Projected.DefaultToMock, Projected.Schemes("api-key")));

        Assert.Equal(spec.Text, Projected.Spec(OpenApiBody.Of(spec)).Text);
    }

    [Fact]
    public void The_body_says_version_3_0_1_and_the_name_in_aws()
    {
        var body = JsonNode.Parse(OpenApiBody.Of(Given.RestApi("shop", ("GET /", Given.MockMethod()))))!;

        Assert.Equal("3.0.1", (string?)body["openapi"]);
        Assert.Equal("shop", (string?)body["info"]!["title"]);
    }

    [Fact]
    public void What_is_at_its_default_is_not_said()
    {
        var body = OpenApiBody.Of(Given.RestApi("shop", ("GET /", Given.MockMethod())));

        Assert.DoesNotContain("null", body, StringComparison.Ordinal);
        Assert.DoesNotContain("securitySchemes", body, StringComparison.Ordinal);
        Assert.DoesNotContain("connectionType", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_default_answers_are_both_said()
    {
        var method = Given.MockMethod();
        var answer = method.Integration!.Responses["200"];
        var twice = method with { Integration = method.Integration with { Responses = new([new("200", answer), new("400", answer)]) } };

        var responses = JsonNode.Parse(OpenApiBody.Of(Given.RestApi("shop", ("GET /", twice))))!["paths"]!["/"]!["get"]!["x-amazon-apigateway-integration"]!["responses"]!;

        Assert.Equal("200", (string?)responses["default"]!["statusCode"]);
        Assert.Equal("400", (string?)responses["400"]!["statusCode"]);
    }
}
