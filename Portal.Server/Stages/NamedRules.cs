using Portal.Server.Gateway;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>Routing rules as people ask for them, and as the gateway has them. Pure.</summary>
internal static class NamedRules
{
    /// <param name="rule">As it is asked for.</param>
    /// <param name="stage">The key of the stage to which it leads.</param>
    public static RoutingRuleSpec Of(RoutingRule rule, string stage) => new()
    {
        Conditions =
        [
            .. rule.Path is { } path ? [new RoutingConditionSpec { BasePaths = [path[1..]] }] : Array.Empty<RoutingConditionSpec>(),
            .. rule.Headers.Select(header => new RoutingConditionSpec { Headers = [new HeaderMatchSpec { Name = header.Name, Glob = header.Value }] }),
        ],
        Stage = stage,
        StripsBasePath = rule.StripsPath,
    };

    /// <summary>Null where it asks for more than a person can ask for here: several paths or headers of which any will do.</summary>
    public static RoutingRule? FormOrNull(int priority, RoutingRuleSpec rule, Guid stage)
    {
        var paths = rule.Conditions.Select(condition => condition.BasePaths).OfType<IReadOnlyList<string>>().ToList();
        var headers = rule.Conditions.Select(condition => condition.Headers).OfType<IReadOnlyList<HeaderMatchSpec>>().ToList();
        var form = new RoutingRule
        {
            Priority = priority,
            Path = paths is [[var path]] ? $"/{path.TrimStart('/')}" : null,
            Headers = [.. headers.Select(any => new HeaderMatch(any[0].Name, any[0].Glob))],
            StageId = stage,
            StripsPath = rule.StripsBasePath,
        };

        return Of(form, rule.Stage).Text == rule.Text && new RoutingRuleValidator().Validate(form).IsValid ? form : null;
    }

    // Any stage will do: what it leads to is asked beside.
    private static bool CanBeAskedFor(int priority, RoutingRuleSpec rule) => FormOrNull(priority, rule, Guid.AllBitsSet) is not null;

    /// <summary>Those that a change leaves as they are: what leads to a foreign stage, or cannot be asked for here, where nothing of ours takes its priority.</summary>
    public static IEnumerable<KeyValuePair<string, RoutingRuleSpec>> Kept(SortedMap<RoutingRuleSpec> known, IReadOnlyDictionary<string, RoutingRuleSpec> wanted) =>
        known.Where(rule => !wanted.ContainsKey(rule.Key) && (UsagePlanSpec.ForeignOf(rule.Value.Stage) is not null || !CanBeAskedFor(RoutingRuleSpec.Priority(rule.Key), rule.Value)));
}
