using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.DomainNames;

/// <summary>Rules by which a name chooses a REST API, of public and of private names. Texts of refusals are not recorded from the service.</summary>
internal static class RoutingRuleOperations
{
    private const string Template = "/v2/domainnames/{domainName}/routingrules";
    private const string One = $"{Template}/{{routingRuleId}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateRoutingRule", "POST", Template, call => Answer.Created(Kept(call, Ids.Short()), JsonV2.Default.RoutingRule)),
        new(Gateway.Service, "ListRoutingRules", "GET", Template, List),
        new(Gateway.Service, "GetRoutingRule", "GET", One, call => Answer.Ok(Find(call), JsonV2.Default.RoutingRule)),
        new(Gateway.Service, "PutRoutingRule", "PUT", One, call => Answer.Ok(Kept(call, Find(call).RoutingRuleId), JsonV2.Default.RoutingRule)),
        new(Gateway.Service, "DeleteRoutingRule", "DELETE", One, Delete),
    ];

    private static Answer List(Call call)
    {
        var page = PageV2<RoutingRule>.Of(call, Domain(call).Rules, rule => rule.RoutingRuleId, rule => rule);
        return Answer.Ok(new RoutingRules(page.Items, page.NextToken), JsonV2.Default.RoutingRules);
    }

    private static RoutingRule Kept(Call call, string id)
    {
        var whole = Domain(call);
        RoutingRule rule = new()
        {
            RoutingRuleId = id,
            RoutingRuleArn = $"arn:aws:apigateway:{call.Region.Name}:{call.Region.Account}:/domainnames/{whole.Domain.DomainNameArn.Split("/domainnames/")[^1]}/routingrules/{id}",
            Priority = RoutingRuleRules.Priority(call.Body.Whole("priority")),
            Conditions = RoutingRuleRules.Conditions(call.Body),
            Actions = [RoutingRuleRules.Action(call, whole.DomainNameId is not null)],
        };
        if (whole.Rules.Values.Any(other => other.RoutingRuleId != id && other.Priority == rule.Priority))
        {
            throw AwsError.Conflict($"A routing rule with priority {rule.Priority} already exists for this domain name");
        }

        var rules = whole.Rules.With(id, rule);
        Limits.Check(rules.Count, Limits.RoutingRules, "routing rules", "this domain name");
        Keep(call, whole with { Rules = rules });
        return rule;
    }

    private static Answer Delete(Call call)
    {
        var whole = Domain(call);
        Keep(call, whole with { Rules = whole.Rules.Without(Find(call).RoutingRuleId) });
        return Answer.NoContent;
    }

    private static RoutingRule Find(Call call) => Domain(call).Rules.Find(call["routingRuleId"]) ?? throw AwsError.NotFound("Invalid routing rule identifier specified");

    /// <summary>A private name is told from a public one by its id.</summary>
    private static WholeDomain Domain(Call call) =>
        call.Region.DomainsV2.Find(WholeDomain.Key(call["domainName"], call.Query["domainNameId"].ToString() is { Length: > 0 } id ? id : null)) ?? throw AwsError.NotFound("Invalid domain name identifier specified");

    private static void Keep(Call call, WholeDomain whole) => call.Region.DomainsV2.Put(whole.Id, whole);
}
