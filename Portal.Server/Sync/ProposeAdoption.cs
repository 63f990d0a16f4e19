using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Sync;

internal sealed class ProposeAdoptionHandler(PortalDb db, IChangeRuns runs, IEnumerable<IImporter> importers) : IHandler<ProposeAdoption, ProposedAdoption>
{
    public async Task<Answer<ProposedAdoption>> HandleAsync(ProposeAdoption request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Set<Connection>().AsNoTracking().SingleOrDefaultAsync(connection => connection.Id == request.ConnectionId, cancellationToken) is not { } connection)
        {
            return Platform.Refusals.NotFound;
        }

        var open = (await db.Set<KnownThing>().AsNoTracking().Where(thing => thing.ConnectionId == connection.Id && !thing.IsAdopted).OrderBy(thing => thing.Path).ToListAsync(cancellationToken)).Where(thing => thing.CanBeMarked).ToList();
        var owned = open.Where(thing => thing.OwnedBy is not null).ToList();
        var things = open.Except(owned).ToList();

        if (things is [])
        {
            return new ProposedAdoption(null, 0, owned.Count);
        }

        var names = new Dictionary<string, string>();

        foreach (var importer in importers)
        {
            foreach (var (id, name) in await importer.KnownAsync([.. things.Select(thing => Guid.Parse(thing.PortalId))], cancellationToken))
            {
                names[id.ToString()] = name;
            }
        }

        var proposed = await runs.ProposeAsync(
            new Proposal
            {
                Scope = GatewayScope.OfMarks(connection.Id, [.. things.Select(thing => thing.Path)]),
                Team = request.TeamId,
                By = user.Id,
                Title = string.Create(CultureInfo.InvariantCulture, $"Adopt {ChangeWords.Count(things.Count, "thing")} in {connection.Name}"),
                Desired = new GatewayState(things.Select(thing => new MarkSpec(thing.Path) { Portal = thing.PortalId })),
                LeavesTheRest = true,
                Notes =
                [
                    "Each thing gets the portal's tag and nothing else of it changes. From then on the portal may change it, after an approval each time.",
                    .. things.SelectMany(thing => thing.Notes.Select(note => $"{names.GetValueOrDefault(thing.PortalId) ?? thing.Path}: {note}")),
                    .. owned.Select(thing => $"{thing.Path} is left out: it belongs to {thing.OwnedBy}."),
                ],
                Reference = AdoptionListener.Reference,
                Names = names,
            },
            cancellationToken);

        return proposed switch
        {
            Answer<ProposedRun>.Given(var run) => new ProposedAdoption(run.Id, things.Count, owned.Count),
            Answer<ProposedRun>.Refused(var refusal) => refusal,
            _ => throw new UnreachableException(),
        };
    }
}
