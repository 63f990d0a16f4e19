using Portal.Server.Stages;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Stages;

public sealed class LambdaPermissionsTests
{
    private static readonly LambdaPermissions.Place Place = new()
    {
        Region = "eu-west-1",
        Account = null,
        RestApiId = "abc123",
        Stage = "dev",
        Variables = new Dictionary<string, string> { ["alias"] = "live" },
    };

    private static IReadOnlyList<string> Commands(string arn, string? role = null, LambdaPermissions.Place? place = null)
    {
        var method = Given.MockMethod();
        var integration = method.Integration! with { Type = "AWS_PROXY", Uri = $"arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/{arn}/invocations", Credentials = role };

        return LambdaPermissions.Of(Given.RestApi("shop", ("GET /a", method with { Integration = integration }), ("GET /b", method with { Integration = integration })), place ?? Place);
    }

    [Fact]
    public void A_function_is_admitted_once_for_a_stage() => Assert.Equal(
        [
            "aws lambda add-permission --region eu-west-1 --function-name arn:aws:lambda:eu-west-1:123456789012:function:pets:live --statement-id portal-abc123-dev-routes "
                + "--action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn \"arn:aws:execute-api:eu-west-1:123456789012:abc123/dev/*\"",
        ],
        Commands("arn:aws:lambda:eu-west-1:123456789012:function:pets:${stageVariables.alias}"));

    [Fact]
    public void The_APIs_account_is_that_of_the_role_that_enters_it() =>
        Assert.Contains(":210987654321:abc123/", Assert.Single(Commands("arn:aws:lambda:eu-west-1:123456789012:function:pets", place: Place with { Account = "210987654321" })), StringComparison.Ordinal);

    [Fact]
    public void A_role_needs_no_command() => Assert.Empty(Commands("arn:aws:lambda:eu-west-1:123456789012:function:pets", "arn:aws:iam::123456789012:role/invoke"));

    [Theory]
    [InlineData("arn:aws:lambda:eu-west-1:123456789012:function:$(reboot)")]
    [InlineData("arn:aws:lambda:eu-west-1:123456789012:function:pets;reboot")]
    [InlineData("pets")]
    public void Nothing_of_a_document_reaches_a_shell(string arn) => Assert.Empty(Commands(arn));
}
