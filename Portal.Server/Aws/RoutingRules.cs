using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;
using Portal.Shared.Stages;
using DomainName = Amazon.APIGateway.Model.DomainName;
using RoutingRule = Amazon.ApiGatewayV2.Model.RoutingRule;

namespace Portal.Server.Aws;

/// <summary>
/// Rules by which a domain name chooses a REST API, before its mappings or instead of them. AWS gives each an id; the portal knows them by their priority, of which a name has one each:
/// so one that a cut call has made is found again, and not made twice.
/// </summary>
internal sealed class RoutingRules(AwsClients aws)
{
    /// <summary>
    /// In the order in which they are tried. They have actions of their own in IAM, which policies of earlier days do not grant: of a name that does not go by rules it is then taken that it has none.
    /// </summary>
    public async Task<IReadOnlyList<RoutingRule>> ListAsync(DomainName name, CancellationToken cancellationToken)
    {
        try
        {
            return await ListAsync(name.Name, PrivateNames.IdOf(name), cancellationToken);
        }
        catch (GatewayRefusedException refused) when (refused.Refusal is GatewayRefusal.Denied && !RoutingModes.GoesByRules(name.RoutingMode?.Value))
        {
            return [];
        }
    }

    /// <summary>AWS's ids of the APIs that they lead to.</summary>
    public static IEnumerable<string> ApisOf(IEnumerable<RoutingRule> rules) => rules.Select(rule => InvokedBy(rule).ApiId);

    public static SortedMap<RoutingRuleSpec> Of(IEnumerable<RoutingRule> rules, IReadOnlyDictionary<(string Api, string Stage), string> keys) =>
        new(rules.Select(rule => KeyValuePair.Create(RoutingRuleSpec.Key(rule.Priority ?? 0), Of(rule, keys))));

    /// <summary>
    /// Writes those that come and those that differ. One that moves to another priority stands there before its old place is taken by another, so that no call is without it; only two that
    /// change places have a moment between them.
    /// </summary>
    /// <param name="name">The domain name.</param>
    /// <param name="before">As they are.</param>
    /// <param name="after">As they shall be.</param>
    /// <param name="stages">AWS's ids of the stages that they lead to.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task WriteAsync(NamedDomain name, SortedMap<RoutingRuleSpec> before, SortedMap<RoutingRuleSpec> after, IReadOnlyDictionary<string, (string Api, string Stage)> stages, CancellationToken cancellationToken)
    {
        if (Changed(before, after) is not { Count: > 0 } changed)
        {
            return;
        }

        var live = await IdsAsync(name, cancellationToken);

        if (live.Count + changed.Count(key => !live.ContainsKey(key)) > RoutingRuleSpec.Most)
        {
            await DropAsync(name, before, after, live, cancellationToken);
        }

        foreach (var key in changed)
        {
            var (conditions, actions) = (ConditionsOf(after[key]), ActionsOf(stages[after[key].Stage], after[key].StripsBasePath));
            await (live.TryGetValue(key, out var id)
                ? Calls.AskAsync(
                    aws.WritingV2.PutRoutingRuleAsync,
                    new PutRoutingRuleRequest { DomainName = name.Name, DomainNameId = name.Id, RoutingRuleId = id, Priority = RoutingRuleSpec.Priority(key), Conditions = conditions, Actions = actions },
                    cancellationToken)
                : (Task)Calls.AskAsync(
                    aws.WritingV2.CreateRoutingRuleAsync,
                    new CreateRoutingRuleRequest { DomainName = name.Name, DomainNameId = name.Id, Priority = RoutingRuleSpec.Priority(key), Conditions = conditions, Actions = actions },
                    cancellationToken));
        }
    }

    /// <summary>Deletes those that go.</summary>
    public async Task DropAsync(NamedDomain name, SortedMap<RoutingRuleSpec> before, SortedMap<RoutingRuleSpec> after, CancellationToken cancellationToken)
    {
        if (before.Keys.Except(after.Keys).Any())
        {
            await DropAsync(name, before, after, await IdsAsync(name, cancellationToken), cancellationToken);
        }
    }

    /// <summary>What of a name's rules nobody has said anything of yet: it was last written when the portal did not keep them.</summary>
    public static BesideFact Beside(DomainNameSpec name) => new(name.Address, BesideFact.RoutingRules, GatewayJson.Of(name.RoutingRules!))
    {
        Says = $"{(name.RoutingRules!.Count is 1 ? "One routing rule stands" : $"{name.RoutingRules.Count:N0} routing rules stand")} at this name, which the portal does not keep yet: {string.Join("; ", RoutingRuleSpec.InOrder(name.RoutingRules).Take(5).Select(rule => $"{rule.Priority}: {rule.Rule.Calls}"))}{(name.RoutingRules.Count > 5 ? "; ..." : "")}. With the next change of the name it does; until then change them in AWS, or ignore it.",
    };

    private async Task DropAsync(NamedDomain name, SortedMap<RoutingRuleSpec> before, SortedMap<RoutingRuleSpec> after, Dictionary<string, string> live, CancellationToken cancellationToken)
    {
        foreach (var key in before.Keys.Except(after.Keys).Where(live.ContainsKey))
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteRoutingRuleAsync, new DeleteRoutingRuleRequest { DomainName = name.Name, DomainNameId = name.Id, RoutingRuleId = live[key] }, cancellationToken);
        }
    }

    /// <summary>The priorities that are written, each after those to which its rule of before goes.</summary>
    private static List<string> Changed(SortedMap<RoutingRuleSpec> before, SortedMap<RoutingRuleSpec> after)
    {
        var changed = RoutingRuleSpec.InOrder(after).Select(rule => RoutingRuleSpec.Key(rule.Priority)).Where(key => before.GetValueOrDefault(key)?.Text != after[key].Text).ToList();
        var (seen, ordered) = (new HashSet<string>(), new List<string>());
        changed.ForEach(Enter);

        return ordered;

        void Enter(string key)
        {
            if (!seen.Add(key))
            {
                return;
            }

            if (before.GetValueOrDefault(key)?.Text is { } moves)
            {
                changed.Where(other => after[other].Text == moves).ToList().ForEach(Enter);
            }

            ordered.Add(key);
        }
    }

    private async Task<Dictionary<string, string>> IdsAsync(NamedDomain name, CancellationToken cancellationToken) =>
        (await ListAsync(name.Name, name.Id, cancellationToken)).ToDictionary(rule => RoutingRuleSpec.Key(rule.Priority ?? 0), rule => rule.RoutingRuleId);

    private async Task<IReadOnlyList<RoutingRule>> ListAsync(string name, string? id, CancellationToken cancellationToken)
    {
        var rules = await Calls.AllAsync(async position =>
        {
            var page = await Calls.AskAsync(aws.V2.ListRoutingRulesAsync, new ListRoutingRulesRequest { DomainName = name, DomainNameId = id, MaxResults = RoutingRuleSpec.Most, NextToken = position }, cancellationToken);

            return (page.RoutingRules, page.NextToken);
        });

        return [.. rules.OrderBy(rule => rule.Priority)];
    }

    private static RoutingRuleActionInvokeApi InvokedBy(RoutingRule rule) => rule.Actions is [{ InvokeApi: { } api }, ..] ? api : new RoutingRuleActionInvokeApi { ApiId = "", Stage = "" };

    private static RoutingRuleSpec Of(RoutingRule rule, IReadOnlyDictionary<(string Api, string Stage), string> keys)
    {
        var invoked = InvokedBy(rule);

        return new RoutingRuleSpec
        {
            Conditions = [.. (rule.Conditions ?? []).Select(Of)],
            Stage = keys.GetValueOrDefault((invoked.ApiId, invoked.Stage)) ?? UsagePlanSpec.ForeignStageKey(invoked.ApiId, invoked.Stage),
            StripsBasePath = invoked.StripBasePath is true,
        };
    }

    private static RoutingConditionSpec Of(RoutingRuleCondition condition) => new()
    {
        BasePaths = condition.MatchBasePaths?.AnyOf is { Count: > 0 } paths ? [.. paths] : null,
        Headers = condition.MatchHeaders?.AnyOf is { Count: > 0 } headers ? [.. headers.Select(header => new HeaderMatchSpec { Name = header.Header, Glob = header.ValueGlob })] : null,
    };

    private static List<RoutingRuleCondition> ConditionsOf(RoutingRuleSpec rule) => [.. rule.Conditions.Select(condition => condition switch
    {
        { BasePaths: { } paths } => new RoutingRuleCondition { MatchBasePaths = new() { AnyOf = [.. paths] } },
        { Headers: { } headers } => new RoutingRuleCondition { MatchHeaders = new() { AnyOf = [.. headers.Select(header => new RoutingRuleMatchHeaderValue { Header = header.Name, ValueGlob = header.Glob })] } },
        _ => throw new GatewayRefusedException("PutRoutingRule", "BadRequestException", "The rule has a condition that the portal does not know, and cannot write.", GatewayRefusal.Final),
    })];

    private static List<RoutingRuleAction> ActionsOf((string Api, string Stage) place, bool strips) => [new() { InvokeApi = new() { ApiId = place.Api, Stage = place.Stage, StripBasePath = strips } }];
}

/// <param name="Name">As in "api.example.com".</param>
/// <param name="Id">What tells a private one from others of the same name; null of a public one.</param>
internal sealed record NamedDomain(string Name, string? Id);
