using Portal.Server.Catalog.Documents.Editing;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog.Documents.Editing;

public sealed class IntegrationOptionEditsTests
{
    private const string Text =
        """
        openapi: 3.0.0
        info: {title: Shop, version: '1'}
        paths:
          /pets:
            get:
              responses: {'200': {description: OK}}
              x-amazon-apigateway-integration:   # ours
                type: http
                httpMethod: GET
                uri: https://example.com/pets   # theirs
                passthroughBehavior: WHEN_NO_MATCH   # in capitals
                tlsConfig: {insecureSkipVerification: true}
                responses: {default: {statusCode: '200'}}
            put:
              responses: {'200': {description: OK}}
              x-amazon-apigateway-integration: {type: mock, requestTemplates: {application/json: '{"statusCode": 200}'}}
            post: {responses: {'200': {description: OK}}}
        """;

    private static readonly DocumentEdit.SetIntegrationOptions Get = new(Edit.Name("GET /pets"));

    [Fact]
    public void A_private_backend_is_reached_by_a_VPC_link()
    {
        var document = Samples.Read(Text);

        var linked = Edit.Of(document, Get with { VpcLink = "${stageVariables.vpcLink}", TimeoutMillis = 5000 });

        var integration = Portal.Tests.Catalog.Projection.Projected.Spec(Edit.Of(linked, new DocumentEdit.LeaveOut([Edit.Name("POST /pets")])).Text).Methods["GET /pets"].Integration!;
        Assert.Equal(("VPC_LINK", "${stageVariables.vpcLink}", 5000, true), (integration.ConnectionType, integration.ConnectionId, integration.TimeoutInMillis, integration.InsecureSkipVerification));
        Assert.Equal("${stageVariables.vpcLink}", Edit.Row(linked, "GET /pets").Options!.VpcLink);
        Assert.Equal(Text, Edit.Of(linked, Get with { VpcLink = "", TimeoutMillis = 0 }).Text);
    }

    [Fact]
    public void A_link_of_the_second_version_leads_to_a_load_balancer_that_goes_with_it()
    {
        const string balancer = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/pets/50dc6c495c0c9188/f2f7dc8efc522ab2";

        var linked = Edit.Of(Samples.Read(Text), Get with { VpcLink = "abc123", IntegrationTarget = balancer });

        Assert.Equal(balancer, Portal.Tests.Catalog.Projection.Projected.Spec(Edit.Of(linked, new DocumentEdit.LeaveOut([Edit.Name("POST /pets")])).Text).Methods["GET /pets"].Integration!.IntegrationTarget);
        Assert.Equal(balancer, Edit.Row(linked, "GET /pets").Options!.IntegrationTarget);
        Assert.Equal(Text, Edit.Of(linked, Get with { VpcLink = "" }).Text);
        Assert.Contains("name the link too", Edit.Refused(Samples.Read(Text), Get with { IntegrationTarget = balancer }), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_alike_stays_as_it_is_written() =>
        Assert.Equal(Text, Edit.Of(Samples.Read(Text), Get with { Passthrough = "when_no_match", VpcLink = "", TimeoutMillis = 0, ContentHandling = "", RequestParameters = new Dictionary<string, string>() }).Text);

    [Fact]
    public void Answers_are_made_by_pattern()
    {
        var document = Samples.Read(Text);
        Assert.Equal(("default", "200"), (Edit.Row(document, "GET /pets").Options!.Answers.Single() is var only ? (only.Pattern, only.Status) : default));
        var answers = new[]
        {
            new IntegrationAnswerView { Pattern = "default", Status = "200" },
            new IntegrationAnswerView { Pattern = @"4\d{2}", Status = "404", ContentHandling = "CONVERT_TO_TEXT", Headers = new Dictionary<string, string> { ["X-Why"] = "integration.response.header.X-Why" }, Templates = new Dictionary<string, string> { ["application/json"] = "{}" } },
        };

        var changed = Edit.Of(document, Get with { Answers = answers });

        Assert.Equivalent(answers, Edit.Row(changed, "GET /pets").Options!.Answers);
        var spec = Portal.Tests.Catalog.Projection.Projected.Spec(Edit.Of(changed, new DocumentEdit.LeaveOut([Edit.Name("POST /pets")])).Text).Methods["GET /pets"];
        Assert.Equal((@"4\d{2}", "CONVERT_TO_TEXT", "{}"), (spec.Integration!.Responses["404"].SelectionPattern, spec.Integration.Responses["404"].ContentHandling, spec.Integration.Responses["404"].Templates["application/json"]));
        Assert.Contains("method.response.header.X-Why", spec.Responses["404"].Parameters.Keys);
        Assert.Equal(changed.Text, Edit.Of(changed, Get with { Answers = answers }).Text);
        Assert.Equal(Text, Edit.Of(changed, Get with { Answers = answers[..1] }).Text);
    }

    [Fact]
    public void What_a_cache_tells_apart_and_whose_certificate_is_trusted_is_said()
    {
        var document = Samples.Read(Text);

        var changed = Edit.Of(document, Get with { CacheKeys = ["method.request.querystring.page"], SkipsVerification = false });

        Assert.Equal((false, "method.request.querystring.page"), (Edit.Row(changed, "GET /pets").Options!.SkipsVerification, Edit.Row(changed, "GET /pets").Options!.CacheKeys.Single()));
        Assert.DoesNotContain("tlsConfig", changed.Text, StringComparison.Ordinal);
        Assert.Equal(changed.Text, Edit.Of(changed, Get with { CacheKeys = ["method.request.querystring.page"], SkipsVerification = false }).Text);
        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(document.Root, Edit.Of(changed, Get with { CacheKeys = [], SkipsVerification = true }).Root));
        Assert.Contains("certificate", Edit.Refused(document, new DocumentEdit.SetIntegrationOptions(Edit.Name("PUT /pets")) { SkipsVerification = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_proxy_has_no_answers_of_its_own() => Assert.Contains("A proxy answers", Edit.Refused(Samples.Read(Text.Replace("type: http\n", "type: http_proxy\n", StringComparison.Ordinal)), Get with { Answers = [] }), StringComparison.Ordinal);

    [Fact]
    public void Mappings_and_templates_are_written_whole()
    {
        var document = Samples.Read(Text);
        var parameters = new Dictionary<string, string> { ["integration.request.header.X-Shop"] = "'blue'", ["integration.request.querystring.id"] = "context.requestId" };
        var templates = new Dictionary<string, string> { ["application/json"] = "#set($pet = $input.json('$'))\n{\"pet\": $pet}" };

        var changed = Edit.Of(document, Get with { RequestParameters = parameters, RequestTemplates = templates, Passthrough = "never", ContentHandling = "CONVERT_TO_TEXT" });

        var options = Edit.Row(changed, "GET /pets").Options!;
        Assert.Equal(("never", "CONVERT_TO_TEXT"), (options.Passthrough, options.ContentHandling));
        Assert.Equal(parameters, options.RequestParameters);
        Assert.Equal(templates, options.RequestTemplates);
        Assert.Equal(
            Text.Replace("WHEN_NO_MATCH", "when_no_match", StringComparison.Ordinal),
            Edit.Of(changed, Get with { RequestParameters = new Dictionary<string, string>(), RequestTemplates = new Dictionary<string, string>(), Passthrough = "when_no_match", ContentHandling = "" }).Text);
    }

    [Fact]
    public void Only_an_HTTP_backend_is_in_a_VPC() =>
        Assert.Contains("HTTP backends only", Edit.Refused(Samples.Read(Text), new DocumentEdit.SetIntegrationOptions(Edit.Name("PUT /pets")) { VpcLink = "abc123" }), StringComparison.Ordinal);

    [Fact]
    public void What_the_default_answers_has_no_options() =>
        Assert.Contains("no integration of its own at POST /pets", Edit.Refused(Samples.Read(Text), new DocumentEdit.SetIntegrationOptions(Edit.Name("POST /pets")) { TimeoutMillis = 50 }), StringComparison.Ordinal);
}
