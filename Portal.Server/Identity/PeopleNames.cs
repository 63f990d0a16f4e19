using Portal.Server.Platform;

namespace Portal.Server.Identity;

internal sealed class PeopleNames(PortalDb db) : IPeopleNames
{
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellationToken) =>
        await db.NamesAsync(people.Select(id => (Guid?)id), cancellationToken);
}
