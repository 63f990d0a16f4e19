using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Portal.Server.Gateway;
using Portal.Shared.Connections;

namespace Portal.Server.Aws;

/// <summary>
/// Asks IAM's policy simulator what the portal may write; nothing is tried. It reads the policies of the user or role and knows nothing of those of an organisation
/// that it may not see. https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
/// </summary>
internal sealed class WriteProbe(AwsClients aws)
{
    /// <summary>Stands for any id: nothing of the account is looked up.</summary>
    private const string Any = "a1b2c3d4e5";

    private static readonly Deed[] Deeds =
    [
        new("Create and deploy REST APIs", ["apigateway:POST"], ["/restapis", $"/restapis/{Any}/deployments", $"/restapis/{Any}/stages"]),
        new("Change and delete REST APIs", ["apigateway:PUT", "apigateway:PATCH", "apigateway:DELETE", "apigateway:UpdateRestApiPolicy"], [$"/restapis/{Any}"]),
        new("Create and deploy HTTP and WebSocket APIs", ["apigateway:POST"], ["/apis", $"/apis/{Any}/routes", $"/apis/{Any}/integrations", $"/apis/{Any}/deployments", $"/apis/{Any}/stages"]),
        new("Change and delete HTTP and WebSocket APIs", ["apigateway:PUT", "apigateway:PATCH", "apigateway:DELETE"], [$"/apis/{Any}"]),
        new("Create usage plans and API keys", ["apigateway:POST"], ["/usageplans", $"/usageplans/{Any}/keys", "/apikeys"]),
        new("Change and delete usage plans and API keys", ["apigateway:PATCH", "apigateway:DELETE"], [$"/usageplans/{Any}", $"/apikeys/{Any}"]),
        new("Mark things as the portal's by a tag", ["apigateway:PUT"], [$"/tags/{Any}"]),
    ];

    /// <param name="principal">The ARN of the user or role, or of a session of a role; null where nobody could be entered as.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<IReadOnlyList<ConnectionProbeView>> AskAsync(string? principal, CancellationToken cancellationToken) => principal is null
        ? [.. Deeds.Select(deed => NotKnown(deed, "It is not known as whom the portal enters."))]
        : await Task.WhenAll(Deeds.Select(deed => AskAsync(deed, RoleOf(principal), cancellationToken)));

    /// <summary>"arn:aws:sts::1:assumed-role/Portal/session" is a session of "arn:aws:iam::1:role/Portal", which is what has policies. A role's path does not stand in it.</summary>
    internal static string RoleOf(string principal) =>
        principal.Split(':', 6) is [var arn, var partition, "sts", _, var account, var session] && session.Split('/') is ["assumed-role", var role, ..]
            ? $"{arn}:{partition}:iam::{account}:role/{role}"
            : principal;

    private async Task<ConnectionProbeView> AskAsync(Deed deed, string principal, CancellationToken cancellationToken)
    {
        var root = $"arn:{aws.Endpoint.Partition}:apigateway:{aws.Endpoint.Region}::";

        try
        {
            var answer = await Calls.AskAsync(
                aws.Permissions.SimulatePrincipalPolicyAsync,
                new SimulatePrincipalPolicyRequest { PolicySourceArn = principal, ActionNames = [.. deed.Actions], ResourceArns = [.. deed.Paths.Select(path => root + path)] },
                cancellationToken);
            var results = (answer.EvaluationResults ?? []).SelectMany(Decisions).ToList();
            var denied = results.Where(result => result.Decision != PolicyEvaluationDecisionType.Allowed).ToList();

            return (results, denied) switch
            {
                ([], _) => NotKnown(deed, "IAM gave no answer about it."),
                (_, []) => new ConnectionProbeView { What = deed.What, IsWrite = true, Outcome = ProbeOutcome.Allowed, Words = null },
                _ => new ConnectionProbeView
                {
                    What = deed.What,
                    IsWrite = true,
                    Outcome = ProbeOutcome.Refused,
                    Words = $"By IAM's policies: {string.Join(", ", denied.Select(result => $"{result.Action} on {result.Resource?.Replace(root, "", StringComparison.Ordinal).Replace(Any, "ID", StringComparison.Ordinal)} ({result.Decision})").Distinct())}",
                },
            };
        }
        catch (GatewayRefusedException refused)
        {
            return NotKnown(deed, $"IAM was not asked: {refused.Operation}: {refused.Code}: {refused.Message}");
        }
    }

    /// <summary>IAM tells each resource in a result of its own, or all of an action's in one.</summary>
    private static IEnumerable<(string Action, string? Resource, PolicyEvaluationDecisionType Decision)> Decisions(EvaluationResult result) => result.ResourceSpecificResults is { Count: > 0 } each
        ? each.Select(one => (result.EvalActionName, (string?)one.EvalResourceName, one.EvalResourceDecision))
        : [(result.EvalActionName, result.EvalResourceName, result.EvalDecision)];

    private static ConnectionProbeView NotKnown(Deed deed, string why) => new() { What = deed.What, IsWrite = true, Outcome = ProbeOutcome.NotKnown, Words = why };

    /// <param name="What">In words.</param>
    /// <param name="Actions">IAM's names of what is called.</param>
    /// <param name="Paths">On what, below the ARN of API Gateway.</param>
    private sealed record Deed(string What, IReadOnlyList<string> Actions, IReadOnlyList<string> Paths);
}
