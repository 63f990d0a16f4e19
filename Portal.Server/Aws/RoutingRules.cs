using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;
using DomainName = Amazon.APIGateway.Model.DomainName;

namespace Portal.Server.Aws;

/// <summary>Rules by which a domain name chooses a REST API, before its mappings or instead of them. The portal reads and shows them, and writes none.</summary>
internal sealed class RoutingRules(AwsClients aws)
{
    /// <summary>A name has at most 50.</summary>
    private const int Most = 50;

    /// <summary>In the order in which they are tried; none of a name that does not go by them.</summary>
    public async Task<IReadOnlyList<RoutingRule>> ListAsync(DomainName name, CancellationToken cancellationToken)
    {
        if (!DomainNameSpec.GoesByRules(name.RoutingMode?.Value))
        {
            return [];
        }

        var rules = await Calls.AllAsync(async position =>
        {
            var page = await Calls.AskAsync(
                aws.V2.ListRoutingRulesAsync, new ListRoutingRulesRequest { DomainName = name.Name, DomainNameId = PrivateNames.Is(name) ? name.DomainNameId : null, MaxResults = Most, NextToken = position }, cancellationToken);

            return (page.RoutingRules, page.NextToken);
        });

        return [.. rules.OrderBy(rule => rule.Priority)];
    }

    /// <summary>AWS's ids of the APIs that they lead to.</summary>
    public static IEnumerable<string> ApisOf(IEnumerable<RoutingRule> rules) => rules.SelectMany(rule => rule.Actions ?? []).Select(action => action.InvokeApi?.ApiId ?? "");

    public static FoundRoutingRule Of(RoutingRule rule, IReadOnlyDictionary<(string Api, string Stage), string> keys)
    {
        var invoked = rule.Actions is [{ InvokeApi: { } api }, ..] ? api : new RoutingRuleActionInvokeApi { ApiId = "", Stage = "" };

        return new FoundRoutingRule
        {
            Priority = rule.Priority ?? 0,
            Conditions = [.. (rule.Conditions ?? []).Select(Said)],
            Stage = keys.GetValueOrDefault((invoked.ApiId, invoked.Stage)) ?? UsagePlanSpec.ForeignStageKey(invoked.ApiId, invoked.Stage),
            StripsBasePath = invoked.StripBasePath is true,
        };
    }

    /// <summary>What of a name that goes by rules stands beside its spec.</summary>
    public static BesideFact Beside(Address name, string mode, IReadOnlyList<RoutingRule> rules) => new(name, "routing rules", Text(rules))
    {
        Says = string.Create(
            CultureInfo.InvariantCulture,
            $"{(rules.Count is 1 ? "One routing rule decides" : $"{rules.Count:N0} routing rules decide")} where calls go {(mode is "ROUTING_RULE_ONLY" ? "instead of" : "before")} its mappings: {string.Join("; ", rules.Take(5).Select(Said))}{(rules.Count > 5 ? "; ..." : "")}. The portal does not keep them: change them in AWS, or ignore it."),
    };

    private static string Said(RoutingRule rule)
    {
        var said = Of(rule, new Dictionary<(string, string), string>());
        var (api, stage) = UsagePlanSpec.ForeignOf(said.Stage) ?? ("", "");

        return string.Create(CultureInfo.InvariantCulture, $"{said.Priority}: {(said.Conditions is [] ? "every call" : string.Join(" and ", said.Conditions))} to {stage} of {api}");
    }

    private static string Said(RoutingRuleCondition condition) => condition switch
    {
        { MatchBasePaths.AnyOf: { } paths } => $"path {string.Join(" or ", paths.Select(path => path.StartsWith('/') ? path : $"/{path}"))}",
        { MatchHeaders.AnyOf: { } headers } => $"header {string.Join(" or ", headers.Select(header => $"{header.Header} = {header.ValueGlob}"))}",
        _ => "a condition that the portal does not know",
    };

    /// <summary>Without AWS's ids of the rules: one that was made again as it was is the same.</summary>
    private static string Text(IReadOnlyList<RoutingRule> rules) => new JsonArray([.. rules.Select(rule => new JsonObject
    {
        ["priority"] = rule.Priority,
        ["conditions"] = JsonSerializer.SerializeToNode(rule.Conditions ?? [], JsonSerializerOptions.Web),
        ["actions"] = JsonSerializer.SerializeToNode(rule.Actions ?? [], JsonSerializerOptions.Web),
    })]).ToJsonString(JsonSerializerOptions.Web);
}
