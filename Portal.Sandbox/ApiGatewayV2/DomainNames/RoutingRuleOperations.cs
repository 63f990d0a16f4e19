using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.DomainNames;

/// <summary>Rules by which a name chooses a REST API, of public and of private names. Texts of refusals are not recorded from the service.</summary>
internal static class RoutingRuleOperations
{
    private const string Template = "/v2/domainnames/{domainName}/routingrules";
    private const string One = $"{Template}/{{routingRuleId}}";
    private const int Last = 1_000_000;

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
            Priority = call.Body.Whole("priority") is { } priority and >= 1 and <= Last ? priority : throw AwsError.BadRequest($"Invalid priority specified: it must be between 1 and {Last}"),
            Conditions = [.. call.Body.Objects("conditions").Select(Condition)],
            Actions = [Action(call)],
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

    private static RoutingCondition Condition(RequestBody condition) => (condition.Object("matchBasePaths"), condition.Object("matchHeaders")) switch
    {
        ({ } paths, null) when paths.List("anyOf") is { Count: > 0 } any => new(new(any), null),
        (null, { } headers) when headers.Objects("anyOf") is { Count: > 0 } any => new(null, new([.. any.Select(header => new MatchedHeader(header.Text("header") ?? "", header.Text("valueGlob") ?? ""))])),
        _ => throw AwsError.BadRequest("Invalid condition specified: it matches base paths or headers, and names at least one"),
    };

    private static RoutingAction Action(Call call)
    {
        if (call.Body.Objects("actions") is not [var only] || only.Object("invokeApi") is not { } invoked)
        {
            throw AwsError.BadRequest("A routing rule has one action, which invokes an API");
        }

        var (id, stage) = (invoked.Text("apiId") ?? "", invoked.Text("stage") ?? "");
        var api = call.Region.Find(id) ?? throw AwsError.BadRequest("Invalid API identifier specified");
        return api.Stages.ContainsKey(stage) ? new(new(id, stage, invoked.Flag("stripBasePath") ?? false)) : throw AwsError.BadRequest("Invalid stage identifier specified");
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
