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
    /// <summary>AWS hands out as many at a time.</summary>
    private const int MostItems = 1000;

    private string Root => $"arn:{aws.Endpoint.Partition}:apigateway:{aws.Endpoint.Region}::";

    /// <param name="principal">The ARN of the user or role, or of a session of a role; null where nobody could be entered as.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<IReadOnlyList<ConnectionProbeView>> AskAsync(string? principal, CancellationToken cancellationToken)
    {
        if (principal is null)
        {
            return [.. WriteDeeds.All.Select(deed => NotKnown(deed, "It is not known as whom the portal enters."))];
        }

        // A call asks each of its actions on each of its resources, so that those which belong together go together.
        var asked = await Task.WhenAll(WriteDeeds.All.GroupBy(Verb).Select(deeds => AskAsync([.. deeds], RoleOf(principal), cancellationToken)));
        var views = asked.SelectMany(views => views).ToDictionary(view => view.What);

        return [.. WriteDeeds.All.Select(deed => views[deed.What])];
    }

    /// <summary>"arn:aws:sts::1:assumed-role/Portal/session" is a session of "arn:aws:iam::1:role/Portal", which is what has policies. A role's path does not stand in it.</summary>
    internal static string RoleOf(string principal) =>
        principal.Split(':', 6) is [var arn, var partition, "sts", _, var account, var session] && session.Split('/') is ["assumed-role", var role, ..]
            ? $"{arn}:{partition}:iam::{account}:role/{role}"
            : principal;

    /// <summary>What creates, what changes, and what is a permission of its own.</summary>
    private static string Verb(Deed deed) => deed.Actions[^1] switch
    {
        "apigateway:POST" => "create",
        "apigateway:PUT" or "apigateway:PATCH" or "apigateway:DELETE" => "change",
        _ => "special",
    };

    private async Task<IReadOnlyList<ConnectionProbeView>> AskAsync(IReadOnlyList<Deed> deeds, string principal, CancellationToken cancellationToken)
    {
        try
        {
            var decisions = await DecisionsAsync(deeds, principal, cancellationToken);

            return [.. deeds.Select(deed => ViewOf(deed, decisions))];
        }
        catch (GatewayRefusedException refused)
        {
            return [.. deeds.Select(deed => NotKnown(deed, $"IAM was not asked: {refused.Operation}: {refused.Code}: {refused.Message}"))];
        }
    }

    private async Task<Dictionary<(string Action, string Resource), PolicyEvaluationDecisionType>> DecisionsAsync(IReadOnlyList<Deed> deeds, string principal, CancellationToken cancellationToken)
    {
        var results = await Calls.AllAsync(async marker =>
        {
            var answer = await Calls.AskAsync(
                aws.Permissions.SimulatePrincipalPolicyAsync,
                new SimulatePrincipalPolicyRequest
                {
                    PolicySourceArn = principal,
                    ActionNames = [.. deeds.SelectMany(deed => deed.Actions).Distinct()],
                    ResourceArns = [.. deeds.SelectMany(deed => deed.Paths).Distinct().Select(ArnOf)],
                    MaxItems = MostItems,
                    Marker = marker,
                },
                cancellationToken);

            return (answer.EvaluationResults, answer.IsTruncated is true ? answer.Marker : null);
        });

        return results.SelectMany(Decisions).DistinctBy(result => (result.Action, result.Resource)).ToDictionary(result => (result.Action, result.Resource), result => result.Decision);
    }

    private ConnectionProbeView ViewOf(Deed deed, Dictionary<(string Action, string Resource), PolicyEvaluationDecisionType> decisions)
    {
        var said = deed.Pairs.Select(pair => (pair.Action, pair.Path, Decision: decisions.GetValueOrDefault((pair.Action, ArnOf(pair.Path))))).ToList();
        var denied = said.Where(pair => pair.Decision is not null && pair.Decision != PolicyEvaluationDecisionType.Allowed).ToList();

        return denied is not []
            ? new ConnectionProbeView { What = deed.What, IsWrite = true, Outcome = ProbeOutcome.Refused, Words = $"By IAM's policies: {string.Join(", ", denied.Select(pair => $"{pair.Action} on {pair.Path.Replace(WriteDeeds.Any, "ID", StringComparison.Ordinal)} ({pair.Decision})"))}" }
            : said.Exists(pair => pair.Decision is null)
                ? NotKnown(deed, "IAM gave no answer about it.")
                : new ConnectionProbeView { What = deed.What, IsWrite = true, Outcome = ProbeOutcome.Allowed, Words = null };
    }

    private string ArnOf(string path) => path switch
    {
        WriteDeeds.WebAcl => $"arn:{aws.Endpoint.Partition}:wafv2:{aws.Endpoint.Region}:123456789012:regional/webacl/{WriteDeeds.Any}/{WriteDeeds.Any}",
        WriteDeeds.RoutingRule => $"arn:{aws.Endpoint.Partition}:apigateway:{aws.Endpoint.Region}:123456789012:/domainnames/{WriteDeeds.Any}/routingrules/{WriteDeeds.Any}",
        WriteDeeds.PrivateName => $"arn:{aws.Endpoint.Partition}:apigateway:{aws.Endpoint.Region}:123456789012:/domainnames/{WriteDeeds.Any}+{WriteDeeds.Any}",
        _ => Root + path,
    };

    /// <summary>IAM tells each resource in a result of its own, or all of an action's in one.</summary>
    private static IEnumerable<(string Action, string Resource, PolicyEvaluationDecisionType Decision)> Decisions(EvaluationResult result) => result.ResourceSpecificResults is { Count: > 0 } each
        ? each.Select(one => (result.EvalActionName, one.EvalResourceName ?? "", one.EvalResourceDecision))
        : [(result.EvalActionName, result.EvalResourceName ?? "", result.EvalDecision)];

    private static ConnectionProbeView NotKnown(Deed deed, string why) => new() { What = deed.What, IsWrite = true, Outcome = ProbeOutcome.NotKnown, Words = why };
}
