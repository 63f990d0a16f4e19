using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class GetSetupHandler(PortalDb db, SetupCode code) : IHandler<GetSetup, SetupView>
{
    public async Task<Answer<SetupView>> HandleAsync(GetSetup request, CurrentUser user, CancellationToken cancellationToken) => new SetupView
    {
        NeedsAdministrator = !await db.Set<User>().AnyAsync(cancellationToken),
        NeedsCode = code.IsNeeded,
    };
}
