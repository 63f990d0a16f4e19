using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>Routing rules and modes as a person says them.</summary>
internal static class RoutingWords
{
    /// <summary>"path /v2 and header X-A = b* to prod of Pets, without the path".</summary>
    public static string Words(this RoutingRuleView rule) =>
        $"{(rule.Conditions is [] ? "every call" : string.Join(" and ", rule.Conditions))} to {rule.Stage}{(rule.StripsBasePath ? ", without the path" : "")}";

    public static string Mode(string mode) => mode switch
    {
        RoutingModes.ByRules => "Its routing rules alone",
        RoutingModes.RulesFirst => "Its routing rules, and its paths for calls that none fits",
        _ => "Its paths",
    };

    /// <summary>What the rules of a name decide.</summary>
    public static string Deciding(string mode) => mode switch
    {
        RoutingModes.ByRules => "They decide where calls go, and its paths do not.",
        RoutingModes.RulesFirst => "They decide where calls go, and its paths for calls that none fits.",
        _ => "They decide nothing yet: its paths alone do.",
    };
}
