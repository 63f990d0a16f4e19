using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class WhoAmIHandler(PortalDb db) : IHandler<WhoAmI, PersonView>
{
    public async Task<Answer<PersonView>> HandleAsync(WhoAmI request, CurrentUser user, CancellationToken cancellationToken) =>
        await db.ViewAsync(user.Id, cancellationToken);
}
