using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog.Documents.Editing;

public sealed class PolicyEditsTests
{
    private const string Policy = """{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*"}]}""";

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void A_policy_that_is_taken_back_leaves_no_trace(string name)
    {
        var document = Samples.Read(Samples.Text(name));
        var guarded = Edit.Of(document, new DocumentEdit.SetPolicy(Policy));
        var shown = SecurityTable.Of(guarded, 1).Policy!;

        Assert.Null(PolicyRules.FaultOf(shown));
        Assert.Equal(guarded.Text, Edit.Of(guarded, new DocumentEdit.SetPolicy(shown)).Text);
        Assert.Equal(document.Text, Edit.Of(guarded, new DocumentEdit.SetPolicy(null)).Text);
    }

    [Fact]
    public void A_change_keeps_the_comments_beside_it()
    {
        var document = Samples.Read("openapi: 3.0.0\npaths: {/x: {get: {}}}\nx-amazon-apigateway-policy:\n  Version: '2012-10-17'   # the only one\n  Statement:\n  - Effect: Allow   # everybody\n    Principal: '*'\n    Action: execute-api:Invoke\n    Resource: execute-api:/*\n");

        var denied = Edit.Of(document, new DocumentEdit.SetPolicy(SecurityTable.Of(document, 1).Policy!.Replace("Allow", "Deny", StringComparison.Ordinal)));

        Assert.Equal(document.Text.Replace("Allow", "Deny", StringComparison.Ordinal), denied.Text);
    }

    [Theory]
    [InlineData("{\n  \"Statement\": [\n}", "Line 3")]
    [InlineData("{}", "has a Statement")]
    [InlineData("{\"Statement\": []}", "one Statement at least")]
    [InlineData("{\n  \"Statement\": {\n    \"Effect\": \"Maybe\"\n  }\n}", "Line 3: Effect is Allow or Deny")]
    [InlineData("{\"Statement\": [\n{\"Effect\": \"Deny\", \"NotPrincipal\": \"*\", \"Action\": \"*\"}]}", "Line 2: statement 1: Resource is missing")]
    [InlineData("{\"Version\": \"1\",\n\"Statement\": [\n{\"Effect\": \"Deny\", \"Principal\": {\"AWS\":\n[\"1\", \"2\"]}, \"Action\": \"*\", \"Resource\": \"*\"},\n\n{\n\"Action\": \"*\",\n\"Effect\": 7}]}", "Line 8: statement 2: Effect is Allow or Deny")]
    [InlineData("{\"Statement\": [{\"Effect\": \"Deny\", \"Principal\": \"*\",\n\"NotPrincipal\": \"*\"}]}", "Line 2: statement 1: a statement has Principal or NotPrincipal, not both")]
    [InlineData("{\"Statement\": [\n\n7]}", "Line 3: statement 1: a statement is an object")]
    public void What_is_wrong_is_said_with_its_place(string policy, string fault) => Assert.Contains(fault, PolicyRules.FaultOf(policy), StringComparison.Ordinal);
}
