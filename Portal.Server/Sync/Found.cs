using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>Says what was found in the gateway where something else was expected.</summary>
internal static class Found
{
    private const int Most = 10;

    /// <summary>Where a step was about to begin, or to go on.</summary>
    public static string InsteadOfBefore(PlannedStep step, GatewayState live) => (step.After, live.Find(step.Address)?.AsFarAs(step.After ?? step.Before)) switch
    {
        (DeploymentSpec, null) => "The definition is not the one that was to be deployed: somebody changed it.",
        (_, null) => "It is not there any more.",
        ({ } after, { } found) when found.Text == after.Text => "It is there already: somebody else did the same.",
        (_, { } found) when step.Before is null => $"It is there already, and otherwise than approved: {Lines(step.After, found)}",
        (_, { } found) => $"Somebody changed it: {Lines(step.Before, found)}",
    };

    /// <summary>Where a step was done and has been read back.</summary>
    public static string InsteadOfAfter(PlannedStep step, GatewayState live) => (step.After, live.Find(step.Address)?.AsFarAs(step.After ?? step.Before)) switch
    {
        (null, _) => "AWS accepted the deletion, and it is still there.",
        (_, null) => "AWS accepted it, and it is not there.",
        ({ } after, { } found) => $"AWS accepted it and holds something else: {Lines(after, found)}",
    };

    private static string Lines(Spec? expected, Spec found)
    {
        var lines = Difference.Between(expected, found);

        return string.Join("; ", lines.Take(Most)) + (lines.Count > Most ? $"; and {lines.Count - Most} more." : ".");
    }
}
