using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class ChangeAppHandler(PortalDb db, AppViews views, IAuditTrail audit) : IHandler<ChangeApp, AppView>
{
    public async Task<Answer<AppView>> HandleAsync(ChangeApp request, CurrentUser user, CancellationToken cancellationToken)
    {
        var name = request.Name.Trim();

        if (await db.OwnAppAsync(user, name, cancellationToken) is { } namesake && namesake.Id != request.Id)
        {
            return Refusals.NameTaken(name);
        }

        var app = await db.Set<App>().SingleAsync(app => app.Id == request.Id, cancellationToken);
        db.Expect(app, request.Version);
        audit.Record(user, "keys.change-app", name, $"{app.Id}, before: {app.Name}");
        (app.Name, app.Description) = (name, request.Description.Trim());
        await db.SaveChangesAsync(cancellationToken);

        return await views.OfAsync(app.Id, cancellationToken);
    }
}
