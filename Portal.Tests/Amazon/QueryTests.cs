using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace Portal.Tests.Amazon;

public class QueryTests
{
    private const string Answer = """
        <SimulatePrincipalPolicyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
          <SimulatePrincipalPolicyResult>
            <IsTruncated>false</IsTruncated>
            <EvaluationResults>
              <member>
                <EvalActionName>apigateway:POST</EvalActionName>
                <EvalDecision>implicitDeny</EvalDecision>
                <EvalResourceName>*</EvalResourceName>
                <ResourceSpecificResults>
                  <member><EvalResourceName>arn:aws:apigateway:eu-west-1::/restapis</EvalResourceName><EvalResourceDecision>allowed</EvalResourceDecision></member>
                  <member><EvalResourceName>arn:aws:apigateway:eu-west-1::/apikeys</EvalResourceName><EvalResourceDecision>explicitDeny</EvalResourceDecision></member>
                </ResourceSpecificResults>
                <EvalDecisionDetails><entry><key>account</key><value>allowed</value></entry></EvalDecisionDetails>
              </member>
            </EvaluationResults>
          </SimulatePrincipalPolicyResult>
          <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>
        </SimulatePrincipalPolicyResponse>
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_a_signed_form()
    {
        await using var server = await RecordingServer.StartAsync(new Reply(Body: Answer, ContentType: "text/xml"));
        using var client = Client(server);

        await client.SimulatePrincipalPolicyAsync(
            new SimulatePrincipalPolicyRequest { PolicySourceArn = "arn:aws:iam::1:role/a b", ActionNames = ["apigateway:POST", "apigateway:PUT"], MaxItems = 5 }, Cancel);

        var seen = server.Only;
        Assert.Equal(("POST", "/"), (seen.Method, seen.Target));
        Assert.Equal(
            ["Action=SimulatePrincipalPolicy", "ActionNames.member.1=apigateway%3APOST", "ActionNames.member.2=apigateway%3APUT", "MaxItems=5", "PolicySourceArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fa%20b", "Version=2010-05-08"],
            seen.Body.Split('&').Order(StringComparer.Ordinal));
        Assert.True(Signature.Check(seen, Given.Secret).IsRight);
    }

    [Fact]
    public async Task An_answer_is_read_with_its_lists_and_maps()
    {
        await using var server = await RecordingServer.StartAsync(new Reply(Body: Answer, ContentType: "text/xml"));
        using var client = Client(server);

        var answer = await client.SimulatePrincipalPolicyAsync(new SimulatePrincipalPolicyRequest { PolicySourceArn = "a", ActionNames = ["b"] }, Cancel);

        var result = Assert.Single(answer.EvaluationResults);
        Assert.False(answer.IsTruncated);
        Assert.Equal(("apigateway:POST", PolicyEvaluationDecisionType.ImplicitDeny, "allowed"), (result.EvalActionName, result.EvalDecision, result.EvalDecisionDetails["account"]));
        Assert.Equal([PolicyEvaluationDecisionType.Allowed, PolicyEvaluationDecisionType.ExplicitDeny], result.ResourceSpecificResults.Select(one => one.EvalResourceDecision));
    }

    [Fact]
    public async Task An_error_has_its_type_and_its_words()
    {
        await using var server = await RecordingServer.StartAsync(
            new Reply(404, "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>No role.</Message></Error><RequestId>1</RequestId></ErrorResponse>", ContentType: "text/xml"),
            new Reply(404, """{"message":"I am no IAM."}"""));
        using var client = Client(server);

        var gone = await Assert.ThrowsAsync<NoSuchEntityException>(() => client.SimulatePrincipalPolicyAsync(new SimulatePrincipalPolicyRequest(), Cancel));
        var other = await Assert.ThrowsAsync<AmazonIdentityManagementServiceException>(() => client.SimulatePrincipalPolicyAsync(new SimulatePrincipalPolicyRequest(), Cancel));

        Assert.Equal(("NoSuchEntity", "No role."), (gone.ErrorCode, gone.Message));
        Assert.Equal("The answer is not the service's.", other.Message);
    }

    private static AmazonIdentityManagementServiceClient Client(RecordingServer server) =>
        new(Given.Credentials, new AmazonIdentityManagementServiceConfig { ServiceURL = server.Url, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}
