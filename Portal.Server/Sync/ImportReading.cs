using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;

namespace Portal.Server.Sync;

/// <summary>Puts together what is to be imported: what AWS has, with the portal's ids that things have or get.</summary>
internal sealed class ImportReading(PortalDb db, IAccountReader reader, IEnumerable<IImporter> importers, TimeProvider clock)
{
    /// <summary>What AWS has, and what of it the portal knows.</summary>
    public async Task<FoundThings> FindAsync(Guid connection, ImportSelection? only, CancellationToken cancellationToken) => await KnowAsync(connection, await reader.ListAsync(connection, only, cancellationToken), cancellationToken);

    /// <summary>What AWS has without the stages of its APIs.</summary>
    public async Task<FoundThings> HeadsAsync(Guid connection, bool apisAlone, CancellationToken cancellationToken) =>
        await KnowAsync(connection, await reader.HeadsAsync(connection, apisAlone, cancellationToken), cancellationToken);

    /// <summary>The same, with the stages of some.</summary>
    public async Task<FoundThings> WithStagesAsync(Guid connection, FoundThings found, IReadOnlyList<FoundApi> apis, CancellationToken cancellationToken)
    {
        var looked = (await reader.WithStagesAsync(connection, apis, cancellationToken)).ToDictionary(api => api.Path);

        return await KnowAsync(connection, found.Account with { Apis = [.. found.Account.Apis.Select(api => looked.GetValueOrDefault(api.Path) ?? api)] }, cancellationToken);
    }

    private async Task<FoundThings> KnowAsync(Guid connection, FoundAccount account, CancellationToken cancellationToken)
    {
        var imported = await db.Set<KnownThing>().AsNoTracking().Where(thing => thing.ConnectionId == connection).ToDictionaryAsync(thing => thing.Path, cancellationToken);
        var ids = account.Apis.SelectMany(api => api.Stages.Select(stage => stage.Mark).Append(api.Mark))
            .Concat(account.Plans.Select(plan => plan.Mark))
            .Concat(account.Things.Select(thing => thing.Mark))
            .Concat(imported.Values.Where(thing => thing.CanBeMarked).Select(thing => thing.PortalId))
            .Select(mark => Guid.TryParse(mark, out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)
            .ToHashSet();
        var known = new Dictionary<Guid, string>();

        foreach (var importer in importers)
        {
            foreach (var (id, name) in await importer.KnownAsync(ids, cancellationToken))
            {
                known[id] = name;
            }
        }

        return new FoundThings(account, imported, known);
    }

    /// <summary>Reads the chosen APIs whole. What bears another portal's mark is not among them.</summary>
    public async Task<Import> ReadAsync(Guid connection, Guid team, Guid by, FoundThings found, ImportSelection chosen, CancellationToken cancellationToken)
    {
        var taken = new List<ImportedApi>();

        foreach (var api in found.Account.Apis.Where(api => chosen.Apis.Contains(api.AwsId) && !found.IsElsewhere(api.Path, api.Mark)))
        {
            var id = found.IdOf(api.Path, api.Mark) ?? Guid.CreateVersion7();

            taken.Add(new ImportedApi
            {
                Id = id,
                Found = api,
                Definition = await reader.ReadApiAsync(connection, api, id.ToString(), cancellationToken),
                Stages =
                [
                    .. api.Stages.Where(stage => !found.IsElsewhere(stage.Path, stage.Mark))
                        .Select(stage => new ImportedStage { Id = found.IdOf(stage.Path, stage.Mark) ?? Guid.CreateVersion7(), Found = stage }),
                ],
            });
        }

        var stages = StagesOf(found, taken);

        return new Import
        {
            Connection = connection,
            Team = team,
            By = by,
            At = clock.GetUtcNow(),
            Apis = taken,
            Plans =
            [
                .. found.Account.Plans.Where(plan => chosen.Plans.Contains(plan.AwsId) && !found.IsElsewhere(plan.Path, plan.Mark))
                    .Select(plan => new ImportedPlan { Id = found.IdOf(plan.Path, plan.Mark) ?? Guid.CreateVersion7(), Found = plan, Stages = stages }),
            ],
            Things =
            [
                .. found.Account.Things.Where(thing => chosen.Things.Contains(thing.Path) && !found.IsElsewhere(thing.Path, thing.Mark))
                    .Select(thing => new ImportedThing { Id = found.IdOf(thing.Path, thing.Mark) ?? Guid.CreateVersion7(), Found = thing }),
            ],
        };
    }

    /// <summary>Each room takes its part; nothing is saved.</summary>
    public async Task TakeAsync(Import import, CancellationToken cancellationToken)
    {
        foreach (var importer in importers.OrderBy(importer => importer.Kind))
        {
            await importer.TakeAsync(import, cancellationToken);
        }
    }

    private static Dictionary<(string RestApiId, string Stage), (Guid Api, Guid Stage)> StagesOf(FoundThings found, List<ImportedApi> taken)
    {
        var known =
            from api in found.Account.Apis
            let apiId = found.IdOf(api.Path, api.Mark)
            from stage in api.Stages
            let stageId = found.IdOf(stage.Path, stage.Mark)
            where apiId is not null && stageId is not null
            select KeyValuePair.Create((api.AwsId, stage.Name), (apiId.Value, stageId.Value));
        var stages = known.ToDictionary();

        foreach (var api in taken)
        {
            foreach (var stage in api.Stages)
            {
                stages[(api.Found.AwsId, stage.Found.Name)] = (api.Id, stage.Id);
            }
        }

        return stages;
    }
}

/// <param name="Account">What AWS has.</param>
/// <param name="Imported">What was imported from there, by path.</param>
/// <param name="Known">The names of all that is in the portal, by its id.</param>
internal sealed record FoundThings(FoundAccount Account, IReadOnlyDictionary<string, KnownThing> Imported, IReadOnlyDictionary<Guid, string> Known)
{
    /// <summary>The portal's id of a thing that is in the portal; the mark goes before what was imported.</summary>
    public Guid? IdOf(string path, string? mark) => Guid.TryParse(mark ?? Imported.GetValueOrDefault(path)?.PortalId, out var id) && Known.ContainsKey(id) ? id : null;

    /// <summary>Whether it bears a mark that is none of this portal's.</summary>
    public bool IsElsewhere(string path, string? mark) => mark is not null && IdOf(path, mark) is null;
}
