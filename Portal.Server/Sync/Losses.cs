using System.Globalization;
using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>What goes with a change although no spec says it, or stays although the change is about the same thing: found in what was read, and said before anybody approves.</summary>
internal static class Losses
{
    /// <summary>Integrations that no route names: API Gateway takes an HTTP API as a whole document, in which they do not stand, and of a WebSocket API the portal deletes them last. Other tags alone write no definition.</summary>
    public static IReadOnlyList<string> Of(DefinitionSpec before, DefinitionSpec after) => before.Loose is [] || before.Untagged().Text == after.Untagged().Text ? [] : before.Loose;

    /// <summary>A canary that somebody made stays through a change that says nothing of it, and so do the calls that it gets.</summary>
    public static IEnumerable<string> Canaries(ChangeSet changes, GatewayState live) =>
        from change in changes.Changes.OfType<Change.Update>()
        let after = change.After as StageSpec
        where after is { Canary: null } && change.Before is StageSpec before && before.Deployment != after.Deployment
        let canary = (live.Find(change.Address) as StageSpec)?.Canary
        where canary is { IsThere: true }
        select string.Create(
            CultureInfo.InvariantCulture,
            $"The stage {after.Name} has a canary that was made in AWS: {canary.PercentTraffic:0.##} % of its calls go on to the deployment {canary.Deployment}, whatever this changes. The portal has no canaries and cannot take it over: promote it or take it away in AWS, or restore it away under Drift.");
}
