using Portal.Server.Gateway;
using Portal.Shared.Stages;

namespace Portal.Server.Sync;

/// <summary>Tells what changes in the rules by which a name of one's own chooses an API, and what that means for its calls.</summary>
internal static class RoutingRuleWords
{
    public static IEnumerable<string> Of(DomainNameSpec? was, DomainNameSpec domain, IReadOnlyDictionary<string, string> names)
    {
        if (domain.RoutingRules is not { } after)
        {
            yield break;
        }

        var before = was?.RoutingRules ?? SortedMap<RoutingRuleSpec>.Empty;

        foreach (var (priority, rule) in RoutingRuleSpec.InOrder(before))
        {
            if (!after.ContainsKey(RoutingRuleSpec.Key(priority)))
            {
                yield return after.FirstOrDefault(other => other.Value.Text == rule.Text && before.GetValueOrDefault(other.Key)?.Text != rule.Text) is { Key: { } moved }
                    ? $"Moves routing rule {priority} of {domain.Name} to {moved}."
                    : $"Takes routing rule {priority} of {domain.Name} away (was {Said(rule, names)}).";
            }
        }

        foreach (var (priority, rule) in RoutingRuleSpec.InOrder(after).Where(rule => before.GetValueOrDefault(RoutingRuleSpec.Key(rule.Priority))?.Text != rule.Rule.Text))
        {
            yield return before.TryGetValue(RoutingRuleSpec.Key(priority), out var known)
                ? $"Routing rule {priority} of {domain.Name}: {Said(rule, names)} (was {Said(known, names)})."
                : $"Routing rule {priority} of {domain.Name}: {Said(rule, names)}.";
        }

        if (was?.RoutingMode == domain.RoutingMode && before.Count == after.Count)
        {
            yield break;
        }

        if (after.Count is 0 && domain.RoutingMode is RoutingModes.ByRules)
        {
            yield return $"{domain.Name} goes by routing rules alone, and has none: every call to it is refused.";
        }
        else if (after.Count > 0 && !RoutingModes.GoesByRules(domain.RoutingMode))
        {
            yield return $"{(after.Count is 1 ? "The rule decides" : "The rules decide")} nothing yet: {domain.Name} goes by its mappings alone.";
        }
        else if (domain is { RoutingMode: RoutingModes.ByRules, Mappings.Count: > 0 })
        {
            yield return $"The mappings of {domain.Name} stay, and decide nothing.";
        }
    }

    private static string Said(RoutingRuleSpec rule, IReadOnlyDictionary<string, string> names) =>
        $"{rule.Calls} to {DomainNameWords.Stage(rule.Stage, names)}{(rule.StripsBasePath ? ", without the path" : "")}";
}
