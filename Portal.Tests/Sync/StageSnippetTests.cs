using Portal.Server.Gateway;
using Portal.Server.Sync;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync;

/// <summary>A stage's settings in the files of other tools.</summary>
public sealed class StageSnippetTests
{
    private static readonly StageSpec Stage = Given.Stage("dev", Given.RestApi("shop")) with
    {
        Settings = StageSettingsSpec.None with
        {
            Tracing = true,
            WebAcl = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/front/1",
            Methods = new([new(StageSettingsSpec.AllMethods, MethodSettingsSpec.Default), new("GET /pets/{id}", MethodSettingsSpec.Default with { ThrottlingRateLimit = 2.5, ThrottlingBurstLimit = 5 })]),
        },
        Tags = new([new("gone", null), new("team", "ours")]),
    };

    [Fact]
    public void CloudFormation_has_them_among_the_properties_of_the_stage()
    {
        var text = CloudFormationSnippet.Of(Stage, isGone: false);

        Assert.All(
            new[] { "    TracingEnabled: true", "        ResourcePath: \"/*\"", "        ResourcePath: \"/~1pets~1{id}\"", "        ThrottlingRateLimit: 2.5", "      - { Key: \"team\", Value: \"ours\" }", "# Its web ACL is an AWS::WAFv2::WebACLAssociation" },
            line => Assert.Contains($"\n{line}", text, StringComparison.Ordinal));
        Assert.DoesNotContain("gone", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Terraform_has_resources_of_their_own_for_methods()
    {
        var text = TerraformSnippet.Of(Stage, isGone: false);

        Assert.All(
            new[] { "  xray_tracing_enabled = true", "  method_path = \"*/*\"", "  method_path = \"pets/{id}/GET\"", "    throttling_rate_limit = 2.5", "    \"team\" = \"ours\"", "# Its web ACL is an aws_wafv2_web_acl_association" },
            line => Assert.Contains($"\n{line}", text, StringComparison.Ordinal));
    }

    [Fact]
    public void That_a_canary_is_taken_away_is_said()
    {
        Assert.Contains("# It has no CanarySetting.", CloudFormationSnippet.Of(Stage with { Canary = CanarySpec.None }, isGone: false), StringComparison.Ordinal);
        Assert.Contains("# It has no canary_settings.", TerraformSnippet.Of(Stage with { Canary = CanarySpec.None }, isGone: false), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_of_an_API_is_resources_of_its_own()
    {
        var said = new DocumentationSpec("shop") { Parts = new([new("API", DocumentationPartSpec.Of("API", null, null, null, null, "{}"))]), Versions = SortedMap<DocumentationVersionSpec>.Empty };

        Assert.Contains("1 parts is an AWS::ApiGateway::DocumentationPart", CloudFormationSnippet.Of(said, isGone: false), StringComparison.Ordinal);
        Assert.Contains("1 parts is an aws_api_gateway_documentation_part", TerraformSnippet.Of(said, isGone: false), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_an_HTTP_API_they_are_by_route_in_the_stage_itself()
    {
        var stage = Stage with { ApiKind = Kind.HttpApi, Settings = StageSettingsSpec.None with { Methods = new([new(StageSettingsSpec.AllMethods, MethodSettingsSpec.Default with { MetricsEnabled = true }), .. Stage.Settings!.Methods.Skip(1)]) } };
        var (cloudFormation, terraform) = (CloudFormationSnippet.Of(stage, isGone: false), TerraformSnippet.Of(stage, isGone: false));

        Assert.Contains("\n    DefaultRouteSettings:\n      DetailedMetricsEnabled: true\n    RouteSettings:\n      \"GET /pets/{id}\":\n        ThrottlingRateLimit: 2.5\n        ThrottlingBurstLimit: 5\n        DetailedMetricsEnabled: false\n    Tags: { \"team\": \"ours\" }", cloudFormation, StringComparison.Ordinal);
        Assert.Contains("\n  default_route_settings {\n    detailed_metrics_enabled = true\n  }\n  route_settings {\n    route_key = \"GET /pets/{id}\"\n    throttling_rate_limit = 2.5\n", terraform, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_portal_leaves_alone_is_not_said()
    {
        var left = Stage with { Settings = null, Tags = null };

        Assert.DoesNotContain("Tracing", CloudFormationSnippet.Of(left, isGone: false), StringComparison.Ordinal);
        Assert.DoesNotContain("tracing", TerraformSnippet.Of(left, isGone: false), StringComparison.Ordinal);
    }
}
