using Portal.Server.Gateway;
using Portal.Server.Sync;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync.Snippets;

/// <summary>The stages of a usage plan in the files of other tools.</summary>
public sealed class PlanStagesSnippetTests
{
    private static readonly UsagePlanSpec Plan = Given.UsagePlan("gold") with
    {
        Stages = new([new(UsagePlanSpec.ForeignStageKey("abc123", "prod"), Given.PlanStage()), new("shop/dev", Given.PlanStage(("GET /pets/{id}", 2.5, 5)))]),
    };

    private static readonly Dictionary<string, string> Names = new() { ["shop/dev"] = "dev of Shop" };

    [Fact]
    public void CloudFormation_has_them_with_the_limits_of_methods() => Assert.Contains(
        """
            ApiStages:
              - ApiId: "abc123"
                Stage: "prod"
              - ApiId: !Ref ShopApi # dev of Shop
                Stage: "dev"
                Throttle:
                  "/pets/{id}/GET": { RateLimit: 2.5, BurstLimit: 5 }
        """,
        CloudFormationSnippet.Of(Plan, isGone: false, names: Names),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("dev of Shop", "ShopApi", "shop")]
    [InlineData("dev of Bank of the 2nd street", "BankOfThe2ndStreetApi", "bank_of_the_2nd_street")]
    [InlineData("dev of 3 wishes", "3WishesApi", "_3_wishes")]
    [InlineData("dev of متجر", "Api", "this")]
    public void Each_API_is_called_by_its_name(string words, string logicalId, string label)
    {
        var names = new Dictionary<string, string> { ["shop/dev"] = words };

        Assert.Contains($"!Ref {logicalId} # {words}", CloudFormationSnippet.Of(Plan, isGone: false, names: names), StringComparison.Ordinal);
        Assert.Contains($"aws_api_gateway_rest_api.{label}.id # {words}; of a WebSocket API aws_apigatewayv2_api.{label}.id", TerraformSnippet.Of(Plan, isGone: false, names: names), StringComparison.Ordinal);
    }

    [Fact]
    public void Terraform_has_a_block_for_each()
    {
        var text = TerraformSnippet.Of(Plan, isGone: false, names: Names);

        Assert.Contains("  api_stages {\n    api_id = \"abc123\"\n    stage = \"prod\"\n  }", text, StringComparison.Ordinal);
        Assert.Contains("    stage = \"dev\"\n    throttle {\n      path = \"/pets/{id}/GET\"\n      rate_limit = 2.5\n      burst_limit = 5\n    }\n  }", text, StringComparison.Ordinal);
    }
}
