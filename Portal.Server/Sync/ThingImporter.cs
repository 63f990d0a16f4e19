using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Server.Sync.Drift;

namespace Portal.Server.Sync;

/// <summary>Takes what belongs to an account and Region. No room keeps a wish about it: that it is known, and what it is held against, is all that there is to take.</summary>
internal sealed class ThingImporter(PortalDb db) : IImporter
{
    public Kind Kind => AccountThingKinds.All[0];

    public async Task<IReadOnlyDictionary<Guid, string>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var texts = ids.Select(id => id.ToString()).ToList();
        var addresses = AccountThingKinds.All.SelectMany(kind => texts.Select(id => new Address(kind, id).ToString())).ToList();
        var imported = await db.Set<KnownThing>().AsNoTracking().Where(thing => texts.Contains(thing.PortalId) && !thing.Path.StartsWith("restapis/") && !thing.Path.StartsWith("apis/") && !thing.Path.StartsWith("usageplans/")).ToListAsync(cancellationToken);
        var applied = await db.Set<AppliedSpec>().AsNoTracking().Where(row => addresses.Contains(row.Address)).Select(row => row.Spec).ToListAsync(cancellationToken);
        var names = imported.DistinctBy(thing => thing.PortalId).ToDictionary(thing => Guid.Parse(thing.PortalId), thing => thing.Path);

        foreach (var spec in applied.Select(Spec.Parse))
        {
            names[Guid.Parse(spec.Address.Id)] = AccountNames.Of(spec);
        }

        return names;
    }

    public async Task<IReadOnlyDictionary<Address, Expected>> ExpectedAsync(Guid connection, CancellationToken cancellationToken)
    {
        var addresses = AccountThingKinds.All.Select(kind => $"{kind}/%").ToList();
        var rows = await db.Set<AppliedSpec>().AsNoTracking().Where(row => row.ConnectionId == connection && addresses.Any(address => EF.Functions.Like(row.Address, address))).Select(row => row.Spec).ToListAsync(cancellationToken);

        return rows.Select(Spec.Parse).ToDictionary(spec => spec.Address, spec => new Expected(AccountNames.Of(spec), spec.Address));
    }

    public async Task TakeAsync(Import import, CancellationToken cancellationToken)
    {
        var known = await KnownAsync([.. import.Things.Select(thing => thing.Id)], cancellationToken);

        foreach (var thing in import.Things.Where(thing => !known.ContainsKey(thing.Id)))
        {
            thing.Outcome = ImportOutcome.New;
        }
    }
}
