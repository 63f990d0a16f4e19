using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

/// <summary>
/// Asks who made the changes that a check found. It names culprits and replaces no check: where nothing is written down, or the portal may not read it, that is said, and the check is none the worse for it.
/// </summary>
internal sealed class DriftWitness(IServiceScopeFactory scopes, IWitnesses witnesses, TimeProvider clock)
{
    /// <summary>CloudTrail shows a change up to a quarter of an hour late: for so long it is asked again.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    public async Task TellAsync(Checked done, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var lately = clock.GetUtcNow() - Late;
        var open = await db.Set<DriftFinding>().AsNoTracking()
            .Where(finding => finding.ConnectionId == done.Connection && finding.Subject == done.Subject && finding.State == FindingState.Open && finding.Who == null && finding.FirstSeen >= lately)
            .ToListAsync(cancellationToken);

        if (open is [])
        {
            return;
        }

        var (changes, trouble) = await AskAsync(done, [.. open.SelectMany(finding => IdsOf(finding, done)).Distinct()], cancellationToken);

        foreach (var finding in open)
        {
            // What the portal itself did came before.
            var since = done.Applied.FirstOrDefault(row => row.Address == finding.Address)?.At ?? DateTimeOffset.MinValue;
            var ids = IdsOf(finding, done);
            var culprit = changes.FirstOrDefault(change => change.At > since && change.Of.Any(ids.Contains) && Touches(change, finding));
            var (who, at, note) = (culprit?.By, culprit?.At, culprit?.Operation ?? trouble ?? "CloudTrail has no change of it, yet.");

            if (note.Length > 500)
            {
                note = note[..499] + "…";
            }

            await db.Set<DriftFinding>().Where(row => row.Id == finding.Id).ExecuteUpdateAsync(
                rows => rows.SetProperty(row => row.Who, who).SetProperty(row => row.WhoAt, at).SetProperty(row => row.WhoNote, note), cancellationToken);
        }
    }

    private async Task<(IReadOnlyList<WitnessedChange> Changes, string? Trouble)> AskAsync(Checked done, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count is 0)
        {
            return ([], "It is gone, and the portal does not remember AWS's id of it.");
        }

        try
        {
            var witness = await witnesses.OpenAsync(done.Connection, cancellationToken);

            return (await witness.ChangesOfAsync(ids, done.Applied.Min(row => row.At), cancellationToken), null);
        }
        catch (GatewayRefusedException refused)
        {
            return ([], $"CloudTrail did not tell: {refused.Code}: {refused.Message}");
        }
    }

    /// <summary>
    /// AWS's ids by which an operation names what was found: a key by its own, whether it is the portal's or was let into a plan, since what is done to it need not name the plan; all else by the
    /// API's or the plan's.
    /// </summary>
    private static IReadOnlyList<string> IdsOf(DriftFinding finding, Checked done)
    {
        var address = Address.Parse(finding.Address);

        if (address.Kind is Kind.ApiKey && done.State.Find(address) is ApiKeySpec key)
        {
            return [key.AwsId];
        }

        if (address.Kind is Kind.UsagePlan && finding.Place.StartsWith($"/beside/{ApiKeySpec.BesideName("")}", StringComparison.Ordinal) && done.Seen.Beside.FirstOrDefault(fact => fact.Address == address && finding.Place == $"/beside/{PointerName.Escaped(fact.Name)}") is { } beside)
        {
            return [JsonSerializer.Deserialize<string>(beside.Value, JsonSerializerOptions.Web)!];
        }

        return (done.Seen.AwsId ?? done.Seen.LastAwsId) is { } id ? [id] : [];
    }

    /// <summary>Whether an operation can have made what was found. Those of methods name resources by AWS's ids, so a route is not told from another.</summary>
    private static bool Touches(WitnessedChange change, DriftFinding finding)
    {
        string[] words = (Address.Parse(finding.Address).Kind, Places.PathOf(finding.Place)) switch
        {
            (Kind.RestApi, ["methods" or "emptyResources", ..]) => ["Resource", "Method", "Integration", "PutRestApi", "ImportRestApi"],
            (Kind.RestApi, ["models", ..]) => ["Model", "PutRestApi"],
            (Kind.RestApi, ["requestValidators", ..]) => ["RequestValidator", "PutRestApi"],
            (Kind.RestApi, ["authorizers", ..]) => ["Authorizer", "PutRestApi"],
            (Kind.RestApi, ["gatewayResponses", ..]) => ["GatewayResponse", "PutRestApi"],
            (Kind.RestApi, ["beside", BesideFact.Addresses]) => ["UpdateRestApi"],
            (Kind.RestApi, ["beside", ..]) => ["CreateStage", "UpdateStage", "CreateDeployment"],
            (Kind.RestApi, _) => ["RestApi", "UntagResource", "TagResource"],
            (Kind.HttpApi or Kind.WebSocketApi, ["routes" or "messageRoutes", ..]) => ["Route", "Integration", "ImportApi"],
            (Kind.HttpApi or Kind.WebSocketApi, ["authorizers", ..]) => ["Authorizer", "ImportApi"],
            (Kind.WebSocketApi, ["models", ..]) => ["Model"],
            (Kind.HttpApi, ["cors", ..]) => ["UpdateApi", "Cors", "ImportApi"],
            (Kind.HttpApi or Kind.WebSocketApi, ["beside", ..]) => ["Stage", "Integration", "UpdateApi", "CreateDeployment"],
            (Kind.HttpApi or Kind.WebSocketApi, _) => ["UpdateApi", "DeleteApi", "ImportApi", "UntagResource", "TagResource"],
            (Kind.Stage, []) => ["DeleteStage", "UntagResource", "TagResource"],
            (Kind.Stage, _) => ["UpdateStage", "CreateStage", "CreateDeployment"],
            (Kind.ApiKey, _) => ["ApiKey", "UsagePlanKey", "UntagResource", "TagResource"],
            (Kind.Documentation, ["versions", ..]) => ["DocumentationVersion"],
            (Kind.Documentation, _) => ["DocumentationPart", "PutRestApi", "ImportRestApi"],
            (Kind.UsagePlan, ["beside", BesideFact.Product]) => ["UpdateUsagePlan"],
            (Kind.UsagePlan, ["beside", ..]) => ["UsagePlanKey"],
            (Kind.Deployment, _) => ["DeleteDeployment", "UpdateDeployment"],
            _ => ["UsagePlan", "UntagResource", "TagResource"],
        };

        return words.Any(word => change.Operation.Contains(word, StringComparison.Ordinal)) && !change.Operation.StartsWith("Get", StringComparison.Ordinal);
    }
}
