namespace Portal.Shared.Stages;

/// <summary>What decides where calls of a domain name go, by AWS's names.</summary>
public static class RoutingModes
{
    /// <summary>Its mappings alone: AWS's own where nobody says otherwise.</summary>
    public const string ByMappings = "BASE_PATH_MAPPING_ONLY";

    /// <summary>Its routing rules alone.</summary>
    public const string ByRules = "ROUTING_RULE_ONLY";

    /// <summary>Its routing rules, and its mappings for calls that none fits.</summary>
    public const string RulesFirst = "ROUTING_RULE_THEN_BASE_PATH_MAPPING";

    public static IReadOnlyList<string> All { get; } = [ByMappings, ByRules, RulesFirst];

    /// <summary>Whether routing rules have a say in a name of this mode.</summary>
    public static bool GoesByRules(string? mode) => mode is not (null or ByMappings);
}
