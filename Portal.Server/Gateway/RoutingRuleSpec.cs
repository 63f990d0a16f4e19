using System.Globalization;
using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>A rule by which a domain name chooses a stage of a REST API. Of those that fit, the one with the least priority decides.</summary>
internal sealed record RoutingRuleSpec
{
    /// <summary>So many a name may have, unless AWS allows the account more.</summary>
    public const int Most = 50;

    /// <summary>All of them must hold; none for every call. Their order means nothing to AWS, so here they stand sorted.</summary>
    public required IReadOnlyList<RoutingConditionSpec> Conditions { get; init => field = [.. value.OrderBy(condition => condition.BasePaths is null).ThenBy(condition => condition.Words, StringComparer.Ordinal)]; }

    /// <summary>Where it leads: a stage by <see cref="UsagePlanSpec.StageKey"/>, or by <see cref="UsagePlanSpec.ForeignStageKey"/> where it is not ours.</summary>
    public required string Stage { get; init; }

    /// <summary>Whether the path that it asks for is taken off before the API is called.</summary>
    public required bool StripsBasePath { get; init; }

    /// <summary>"calls with path /v1 and header X-Version = 2*".</summary>
    [JsonIgnore]
    public string Calls => Conditions is [] ? "every call" : $"calls with {string.Join(" and ", Conditions.Select(condition => condition.Words))}";

    /// <summary>The text of it, by which two are compared.</summary>
    [JsonIgnore]
    public string Text => GatewayJson.Of(this);

    /// <summary>What its rules are kept by: the priority, of which each name has one.</summary>
    public static string Key(int priority) => priority.ToString(CultureInfo.InvariantCulture);

    public static int Priority(string key) => int.Parse(key, CultureInfo.InvariantCulture);

    /// <summary>In the order in which they are tried.</summary>
    public static IEnumerable<(int Priority, RoutingRuleSpec Rule)> InOrder(SortedMap<RoutingRuleSpec>? rules) =>
        (rules ?? SortedMap<RoutingRuleSpec>.Empty).Select(rule => (Priority(rule.Key), rule.Value)).OrderBy(rule => rule.Item1);
}

/// <summary>What a call must look like: its path or its headers, whichever is said. With neither it is a condition that the portal does not know, and can only stay.</summary>
internal sealed record RoutingConditionSpec
{
    /// <summary>Any of them, as in "v1": without the slash at its beginning.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? BasePaths { get; init; }

    /// <summary>Any of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HeaderMatchSpec>? Headers { get; init; }

    [JsonIgnore]
    public string Words => (BasePaths, Headers) switch
    {
        ({ } paths, _) => $"path {string.Join(" or ", paths.Select(path => path.StartsWith('/') ? path : $"/{path}"))}",
        (_, { } headers) => $"header {string.Join(" or ", headers.Select(header => $"{header.Name} = {header.Glob}"))}",
        _ => "a condition that the portal does not know",
    };
}

internal sealed record HeaderMatchSpec
{
    /// <summary>In whatever case.</summary>
    public required string Name { get; init; }

    /// <summary>The whole value, with a star for anything at its beginning, its end or both.</summary>
    public required string Glob { get; init; }
}
