using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class CreateAppHandler(PortalDb db, AppViews views, IAuditTrail audit, TimeProvider clock) : IHandler<CreateApp, AppView>
{
    public async Task<Answer<AppView>> HandleAsync(CreateApp request, CurrentUser user, CancellationToken cancellationToken)
    {
        var name = request.Name.Trim();

        if (await db.OwnAppAsync(user, name, cancellationToken) is not null)
        {
            return Refusals.NameTaken(name);
        }

        var app = OwnApps.New(user, name, request.Description.Trim(), clock.GetUtcNow());
        db.Add(app);
        audit.Record(user, "keys.create-app", app.Name, app.Id.ToString());
        await db.SaveChangesAsync(cancellationToken);

        return await views.OfAsync(app.Id, cancellationToken);
    }
}

internal static class OwnApps
{
    public static Task<App?> OwnAppAsync(this PortalDb db, CurrentUser user, string name, CancellationToken cancellationToken) =>
        db.Set<App>().SingleOrDefaultAsync(app => app.OwnerId == user.Id && app.Name == name && app.DeletedAt == null, cancellationToken);

    public static App New(CurrentUser user, string name, string description, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), OwnerId = user.Id, Name = name, Description = description, CreatedAt = now };
}
