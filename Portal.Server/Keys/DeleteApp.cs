using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class DeleteAppHandler(PortalDb db, KeyEnding ending, IAuditTrail audit, TimeProvider clock) : IHandler<DeleteApp, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(DeleteApp request, CurrentUser user, CancellationToken cancellationToken)
    {
        var app = await db.Set<App>().SingleAsync(app => app.Id == request.Id, cancellationToken);
        var subscriptions = await db.Set<Subscription>().Where(subscription => subscription.AppId == app.Id && subscription.EndedAt == null).ToListAsync(cancellationToken);
        var keys = await db.KeysInForceAsync([.. subscriptions.Select(subscription => subscription.Id)], cancellationToken);

        if (keys.Exists(key => key.State is ApiKeyState.Issuing))
        {
            return Refusals.BeingIssued;
        }

        db.Expect(app, request.Version);
        app.DeletedAt = clock.GetUtcNow();
        subscriptions.ForEach(subscription => subscription.End("The app was deleted.", clock.GetUtcNow()));
        audit.Record(user, "keys.delete-app", app.Name, $"{app.Id}, with {keys.Count} keys");
        await ending.RevokeAsync(keys, user, "The app was deleted.", cancellationToken);

        return Nothing.AtAll;
    }
}
