using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class ListPeopleHandler(PortalDb db) : IHandler<ListPeople, Page<PersonView>>
{
    public async Task<Answer<Page<PersonView>>> HandleAsync(ListPeople request, CurrentUser user, CancellationToken cancellationToken)
    {
        var people = await db.ViewsAsync(_ => true, cancellationToken);

        return new Page<PersonView> { Items = people, Total = people.Count };
    }
}
