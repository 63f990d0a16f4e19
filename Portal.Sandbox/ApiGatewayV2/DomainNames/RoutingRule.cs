using System.Text.Json.Serialization;

namespace Portal.Sandbox.ApiGatewayV2.DomainNames;

/// <summary>Which REST API answers calls of a name that look so, as GetRoutingRule shows it. The rule with the least number that fits decides.</summary>
internal sealed record RoutingRule
{
    public required string RoutingRuleId { get; init; }

    public required string RoutingRuleArn { get; init; }

    public required int Priority { get; init; }

    /// <summary>All must hold; without any the rule fits every call.</summary>
    public required IReadOnlyList<RoutingCondition> Conditions { get; init; }

    /// <summary>One.</summary>
    public required IReadOnlyList<RoutingAction> Actions { get; init; }

    [JsonIgnore]
    public InvokedApi Invokes => Actions[0].InvokeApi;
}

internal sealed record RoutingCondition(MatchedPaths? MatchBasePaths, MatchedHeaders? MatchHeaders);

internal sealed record MatchedPaths(IReadOnlyList<string> AnyOf);

internal sealed record MatchedHeaders(IReadOnlyList<MatchedHeader> AnyOf);

/// <param name="Header">Its name.</param>
/// <param name="ValueGlob">Its value, with a star for anything at its beginning or end.</param>
internal sealed record MatchedHeader(string Header, string ValueGlob);

internal sealed record RoutingAction(InvokedApi InvokeApi);

internal sealed record InvokedApi(string ApiId, string Stage, bool StripBasePath);

/// <summary>A page of them, which is called otherwise than other lists are.</summary>
internal sealed record RoutingRules([property: JsonPropertyName("routingRules")] IReadOnlyList<RoutingRule> Rules, string? NextToken);
