using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Server.Sync.Drift;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Sync;

internal sealed class ImportAccountHandler(PortalDb db, ImportReading reading, IAuditTrail audit) : IHandler<ImportAccount, ImportReport>
{
    public async Task<Answer<ImportReport>> HandleAsync(ImportAccount request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Set<Connection>().SingleOrDefaultAsync(connection => connection.Id == request.ConnectionId, cancellationToken) is not { } connection)
        {
            return Platform.Refusals.NotFound;
        }

        Import import;

        try
        {
            var chosen = new ImportSelection([.. request.RestApis, .. request.HttpApis, .. request.WebSocketApis], [.. request.UsagePlans], [.. request.Things]);
            import = await reading.ReadAsync(connection.Id, request.TeamId, user.Id, await reading.FindAsync(connection.Id, chosen, cancellationToken), chosen, cancellationToken);
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.GatewayRefused(refused);
        }

        await reading.TakeAsync(import, cancellationToken);
        await RememberAsync(import, cancellationToken);
        await ImportedBaseline.EnrollAsync(db, import, cancellationToken);

        var report = new ImportReport { Things = [.. ImportViews.Of(import)] };

        if (db.ChangeTracker.HasChanges())
        {
            // Whoever has the connection open opens it anew, and finds what was imported.
            connection.ImportedAt = import.At;
            audit.Record(user, "sync.import", connection.Name, string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Of(ImportResult.New)} new, {report.Of(ImportResult.Changed)} changed: {string.Join(", ", import.Apis.Select(api => api.Found.Path).Concat(import.Plans.Select(plan => plan.Found.Path)).Concat(import.Things.Select(thing => thing.Found.Path)))}"));
            await db.SaveChangesAsync(cancellationToken);
        }

        return report;
    }

    /// <summary>By this they are found from now on, while they do not bear the portal's tag.</summary>
    private async Task RememberAsync(Import import, CancellationToken cancellationToken)
    {
        var known = await db.Set<KnownThing>().Where(thing => thing.ConnectionId == import.Connection).ToDictionaryAsync(thing => thing.Path, cancellationToken);

        foreach (var api in import.Apis.Where(api => api.Outcome is not ImportOutcome.NotTaken))
        {
            Remember(api.Found.Path, api.Id.ToString(), api.Found.Owner, api.Found.Mark, api.Notes);

            foreach (var stage in api.Stages)
            {
                // What a stack owns it owns with its stages, whether or not these say so.
                Remember(stage.Found.Path, stage.Id.ToString(), stage.Found.Owner ?? api.Found.Owner, stage.Found.Mark, stage.Notes);

                if (stage is { Deployment: { } digest, Found.DeploymentId: { } deployment } && api.Definition.Deployments.GetValueOrDefault(deployment) is not FoundDeployment.Ours)
                {
                    Remember($"{api.Found.Path}/deployments/{deployment}", digest, null, null, []);
                }
            }
        }

        foreach (var plan in import.Plans.Where(plan => plan.Outcome is not ImportOutcome.NotTaken))
        {
            Remember(plan.Found.Path, plan.Id.ToString(), plan.Found.Owner, plan.Found.Mark, plan.Notes);
        }

        foreach (var thing in import.Things)
        {
            Remember(thing.Found.Path, thing.Id.ToString(), thing.Found.Owner, thing.Found.Mark, thing.Notes);
        }

        void Remember(string path, string id, Ownership? owner, string? mark, List<string> notes)
        {
            if (!known.TryGetValue(path, out var thing))
            {
                // What bears the portal's own mark needs no other memory.
                if (mark == id && owner is null)
                {
                    return;
                }

                known[path] = thing = new KnownThing { ConnectionId = import.Connection, Path = path, PortalId = id, ImportedAt = import.At };
                db.Add(thing);
            }

            thing.PortalId = id;
            thing.OwnedBy = owner?.Words;
            thing.IsAdopted = mark == id;
            thing.Notes = [.. notes];
        }
    }
}
