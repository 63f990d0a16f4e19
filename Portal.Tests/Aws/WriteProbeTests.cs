using Portal.Server.Aws;
using Portal.Shared.Connections;
using Portal.Tests.Amazon;

namespace Portal.Tests.Aws;

public sealed class WriteProbeTests
{
    /// <summary>What is asked about, each with a call.</summary>
    private const int Deeds = 7;

    private const string Role = "arn:aws:iam::123456789012:role/Portal";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_IAM_allows_is_allowed()
    {
        var probes = await AskAsync(Role, AllSay("allowed"));

        Assert.Equal(Deeds, probes.Count);
        Assert.All(probes, probe => Assert.Equal((true, ProbeOutcome.Allowed, null), (probe.IsWrite, probe.Outcome, probe.Words)));
    }

    [Fact]
    public async Task What_IAM_denies_is_named()
    {
        var probes = await AskAsync(Role, AllSay("implicitDeny"));

        Assert.All(probes, probe => Assert.Equal(ProbeOutcome.Refused, probe.Outcome));
        Assert.Contains("apigateway:DELETE on /restapis/ID (implicitDeny)", probes[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_IAM_may_not_be_asked_it_is_not_known()
    {
        var probes = await AskAsync(Role, [.. Enumerable.Repeat(
            new Reply(403, "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Not you.</Message></Error></ErrorResponse>", ContentType: "text/xml"), Deeds)]);

        Assert.All(probes, probe => Assert.Equal((ProbeOutcome.NotKnown, "IAM was not asked: SimulatePrincipalPolicy: AccessDenied: Not you."), (probe.Outcome, probe.Words)));
    }

    [Theory]
    [InlineData("arn:aws:sts::1:assumed-role/Portal/session", "arn:aws:iam::1:role/Portal")]
    [InlineData("arn:aws-cn:sts::1:assumed-role/Portal/a/b", "arn:aws-cn:iam::1:role/Portal")]
    [InlineData("arn:aws:iam::1:user/kim", "arn:aws:iam::1:user/kim")]
    public void A_session_is_asked_about_as_its_role(string principal, string source) => Assert.Equal(source, WriteProbe.RoleOf(principal));

    private static Reply[] AllSay(string decision) =>
    [
        .. Enumerable.Repeat(
            new Reply(
                Body: $"""
                       <SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults><member><EvalActionName>apigateway:DELETE</EvalActionName>
                       <EvalResourceName>arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5</EvalResourceName><EvalDecision>{decision}</EvalDecision></member></EvaluationResults>
                       </SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>
                       """,
                ContentType: "text/xml"),
            Deeds),
    ];

    private static async Task<IReadOnlyList<ConnectionProbeView>> AskAsync(string principal, Reply[] replies)
    {
        await using var server = await RecordingServer.StartAsync(replies);
        await using var http = AwsBench.Http();

        return await new WriteProbe(AwsBench.ClientsOf(http, new Uri(server.Url))).AskAsync(principal, Cancelled);
    }
}
