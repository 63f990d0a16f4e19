using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class GetPersonHandler(PortalDb db) : IHandler<GetPerson, PersonView>
{
    public async Task<Answer<PersonView>> HandleAsync(GetPerson request, CurrentUser user, CancellationToken cancellationToken) =>
        await db.ViewsAsync(person => person.Id == request.Id, cancellationToken) is [var person] ? person : Platform.Refusals.NotFound;
}
