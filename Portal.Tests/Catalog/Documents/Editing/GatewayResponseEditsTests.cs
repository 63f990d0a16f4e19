using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;
using Portal.Server.Gateway;

namespace Portal.Tests.Catalog.Documents.Editing;

public sealed class GatewayResponseEditsTests
{
    private static readonly Dictionary<string, string> Headers = new() { ["Retry-After"] = "'60'" };

    private static readonly Dictionary<string, string> Templates = new() { ["application/json"] = """{"error": $context.error.messageString}""", ["text/plain"] = "Slow\ndown" };

    public static TheoryData<string> Types => [.. GatewayResponseTypes.DefaultStatus.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_type_is_said_and_read_back(string type)
    {
        var changed = Edit.Of(Samples.Read(Samples.Yaml), new DocumentEdit.SetGatewayResponse(type, "418", Headers, Templates));

        var response = Assert.Single(GatewayResponses.Of(changed, 1).Responses, response => response.Type == type);
        Assert.Equal((true, "418"), (response.IsChanged, response.Status));
        Assert.Equal(Headers, response.Headers);
        Assert.Equal(Templates, response.Templates);

        var spec = GatewayDocument.Project(Edit.Of(changed, new DocumentEdit.SetDefaultIntegration(new DefaultIntegration.Mock(200, "text/plain", "x"))), new ProjectionSettings { ApiId = "1", AwsName = "shop", EndpointType = "REGIONAL" }).Spec as RestApiSpec;
        Assert.Equal("'60'", spec!.GatewayResponses[type].ResponseParameters["gatewayresponse.header.Retry-After"]);
    }

    [Fact]
    public void All_21_are_shown_with_what_they_answer_by_themselves()
    {
        var responses = GatewayResponses.Of(Samples.Read(Samples.Yaml), 1).Responses;

        Assert.Equal(21, responses.Count);
        Assert.Equal(["DEFAULT_4XX", "DEFAULT_5XX"], responses.Take(2).Select(response => response.Type).Order(StringComparer.Ordinal));
        Assert.All(responses, response => Assert.False(response.IsChanged));
        Assert.Equal(("429", """{"message":"Too Many Requests"}"""), (responses.Single(response => response.Type is "THROTTLED").OwnStatus, responses.Single(response => response.Type is "THROTTLED").OwnBody));
    }

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void What_is_reset_leaves_no_trace(string name)
    {
        var document = Samples.Read(Samples.Text(name));
        var changed = Edit.Of(document, new DocumentEdit.SetGatewayResponse("THROTTLED", null, Headers, Templates), new DocumentEdit.SetGatewayResponse("DEFAULT_4XX", "400", Headers, new Dictionary<string, string>()));

        Assert.Equal(document.Text, Edit.Of(changed, new DocumentEdit.RemoveGatewayResponse("THROTTLED"), new DocumentEdit.RemoveGatewayResponse("DEFAULT_4XX")).Text);
    }

    [Fact]
    public void A_change_keeps_what_says_the_same()
    {
        var document = Samples.Read("openapi: 3.0.0\npaths: {/x: {get: {}}}\nx-amazon-apigateway-gateway-responses:\n  THROTTLED:\n    statusCode: 429   # a number\n    x-more: 1\n    responseParameters: {gatewayresponse.header.A: \"'1'\"}   # one\n");

        Assert.Equal(document.Text, Edit.Of(document, new DocumentEdit.SetGatewayResponse("THROTTLED", "429", new Dictionary<string, string> { ["A"] = "'1'" }, new Dictionary<string, string>())).Text);
        Assert.Equal(
            document.Text.Replace("'1'", "'2'", StringComparison.Ordinal),
            Edit.Of(document, new DocumentEdit.SetGatewayResponse("THROTTLED", "429", new Dictionary<string, string> { ["A"] = "'2'" }, new Dictionary<string, string>())).Text);
    }

    [Fact]
    public void No_other_type_is_taken()
    {
        Assert.Contains("none of the 21 types", Edit.Refused(Samples.Read(Samples.Yaml), new DocumentEdit.SetGatewayResponse("TEAPOT", "418", Headers, Templates)), StringComparison.Ordinal);
        Assert.Contains("own already", Edit.Refused(Samples.Read(Samples.Yaml), new DocumentEdit.RemoveGatewayResponse("THROTTLED")), StringComparison.Ordinal);
    }
}
