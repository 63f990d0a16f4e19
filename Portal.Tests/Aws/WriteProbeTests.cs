using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Server.Aws;
using Portal.Server.Connections;
using Portal.Shared.Connections;
using Portal.Tests.Amazon;

namespace Portal.Tests.Aws;

public sealed class WriteProbeTests
{
    /// <summary>What creates, what changes, and what is a permission of its own: a call each.</summary>
    private const int CallsOfAll = 3;

    private const string Root = "arn:aws:apigateway:eu-west-1::";

    private const string Role = "arn:aws:iam::123456789012:role/Portal";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_IAM_allows_is_allowed()
    {
        var probes = await AskAsync(Role, AllSay("allowed"));

        Assert.Equal(WriteDeeds.All.Select(deed => deed.What), probes.Select(probe => probe.What));
        Assert.All(probes, probe => Assert.Equal((true, ProbeOutcome.Allowed, null), (probe.IsWrite, probe.Outcome, probe.Words)));
    }

    [Fact]
    public async Task What_IAM_denies_is_named()
    {
        var probes = await AskAsync(Role, AllSay("implicitDeny"));

        Assert.All(probes, probe => Assert.Equal(ProbeOutcome.Refused, probe.Outcome));
        Assert.Contains("apigateway:DELETE on /restapis/ID (implicitDeny)", Of(probes, "Change and delete REST APIs").Words, StringComparison.Ordinal);
        Assert.Contains("apigateway:PATCH on /account (implicitDeny)", Of(probes, "Change the account's log role").Words, StringComparison.Ordinal);
        Assert.Contains("wafv2:AssociateWebACL on web ACL (implicitDeny)", Of(probes, "Put web ACLs before stages").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_IAM_denies_leaves_the_others_allowed()
    {
        var probes = await AskAsync(Role, AllSay(pair => pair is ("apigateway:POST", "/vpclinks") ? "explicitDeny" : "allowed"));

        Assert.Equal("By IAM's policies: apigateway:POST on /vpclinks (explicitDeny)", Of(probes, "Make VPC links of both versions").Words);
        Assert.Single(probes, probe => probe.Outcome is not ProbeOutcome.Allowed);
    }

    [Fact]
    public async Task What_IAM_does_not_say_is_not_known()
    {
        var probes = await AskAsync(Role, AllSay(pair => pair.Path is "/clientcertificates" ? null : "allowed"));

        Assert.Equal((ProbeOutcome.NotKnown, "IAM gave no answer about it."), Of(probes, "Generate client certificates") is var one ? (one.Outcome, one.Words) : default);
        Assert.Single(probes, probe => probe.Outcome is not ProbeOutcome.Allowed);
    }

    [Fact]
    public async Task All_is_asked_in_three_calls_and_an_answer_in_parts_is_read_whole()
    {
        await using var server = await RecordingServer.StartAsync([.. AllSay("allowed").Select((reply, at) => reply with { Body = Part(reply.Body!, $"<IsTruncated>true</IsTruncated><Marker>more{at}</Marker>") }), .. AllSay("allowed")]);
        await using var http = AwsBench.Http();

        var probes = await new WriteProbe(AwsBench.ClientsOf(http, new Uri(server.Url))).AskAsync(Role, Cancelled);

        Assert.All(probes, probe => Assert.Equal(ProbeOutcome.Allowed, probe.Outcome));
        Assert.Equal(2 * CallsOfAll, server.All.Count);
        Assert.Equal(CallsOfAll, server.All.Count(seen => seen.Body.Contains("Marker=more", StringComparison.Ordinal)));

        static string Part(string body, string more) => body.Replace("</EvaluationResults>", $"</EvaluationResults>{more}", StringComparison.Ordinal);
    }

    /// <summary>What is asked for and what the recommended policy grants are one list.</summary>
    [Fact]
    public void The_recommended_policy_grants_all_that_is_asked_about()
    {
        var statements = JsonNode.Parse(IamPolicy.Of("eu-west-1", writing: true).Document)!["Statement"]!.AsArray();

        Assert.All(WriteDeeds.All.SelectMany(deed => deed.Pairs), pair => Assert.True(statements.Any(statement => Grants(statement!, pair)), $"{pair.Action} on {pair.Path} is in no statement."));

        static bool Grants(JsonNode statement, (string Action, string Path) pair) =>
            statement["Action"]!.AsArray().Any(action => $"{action}" == pair.Action)
            && statement["Resource"]!.AsArray().Any(resource => Regex.IsMatch(ArnOf(pair.Path), $"^{Regex.Escape($"{resource}").Replace("\\*", ".*", StringComparison.Ordinal)}$"));
    }

    [Fact]
    public async Task Where_IAM_may_not_be_asked_it_is_not_known()
    {
        var probes = await AskAsync(Role, [.. Enumerable.Repeat(
            new Reply(403, "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Not you.</Message></Error></ErrorResponse>", ContentType: "text/xml"), CallsOfAll)]);

        Assert.All(probes, probe => Assert.Equal((ProbeOutcome.NotKnown, "IAM was not asked: SimulatePrincipalPolicy: AccessDenied: Not you."), (probe.Outcome, probe.Words)));
    }

    [Theory]
    [InlineData("arn:aws:sts::1:assumed-role/Portal/session", "arn:aws:iam::1:role/Portal")]
    [InlineData("arn:aws-cn:sts::1:assumed-role/Portal/a/b", "arn:aws-cn:iam::1:role/Portal")]
    [InlineData("arn:aws:iam::1:user/kim", "arn:aws:iam::1:user/kim")]
    public void A_session_is_asked_about_as_its_role(string principal, string source) => Assert.Equal(source, WriteProbe.RoleOf(principal));

    private static Reply[] AllSay(string decision) => AllSay(_ => decision);

    private static Reply[] AllSay(Func<(string Action, string Path), string?> decisionOf)
    {
        var members = string.Concat(
            from pair in WriteDeeds.All.SelectMany(deed => deed.Pairs).Distinct()
            let decision = decisionOf(pair)
            where decision is not null
            select $"<member><EvalActionName>{pair.Action}</EvalActionName><EvalResourceName>{ArnOf(pair.Path)}</EvalResourceName><EvalDecision>{decision}</EvalDecision></member>");

        return
        [
            .. Enumerable.Repeat(
                new Reply(
                    Body: $"<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults>{members}</EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>",
                    ContentType: "text/xml"),
                CallsOfAll),
        ];
    }

    private static string ArnOf(string path) => path switch
    {
        WriteDeeds.WebAcl => $"arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/{WriteDeeds.Any}/{WriteDeeds.Any}",
        WriteDeeds.RoutingRule => $"arn:aws:apigateway:eu-west-1:123456789012:/domainnames/{WriteDeeds.Any}/routingrules/{WriteDeeds.Any}",
        WriteDeeds.PrivateName => $"arn:aws:apigateway:eu-west-1:123456789012:/domainnames/{WriteDeeds.Any}+{WriteDeeds.Any}",
        _ => Root + path,
    };

    private static ConnectionProbeView Of(IReadOnlyList<ConnectionProbeView> probes, string what) => probes.Single(probe => probe.What == what);

    private static async Task<IReadOnlyList<ConnectionProbeView>> AskAsync(string principal, Reply[] replies)
    {
        await using var server = await RecordingServer.StartAsync(replies);
        await using var http = AwsBench.Http();

        return await new WriteProbe(AwsBench.ClientsOf(http, new Uri(server.Url))).AskAsync(principal, Cancelled);
    }
}
