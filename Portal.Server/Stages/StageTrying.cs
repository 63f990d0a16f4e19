using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Stages;

/// <summary>What goes before a call of a stage from its page: its address, and a line in the trail.</summary>
internal sealed class StageTrying(PortalDb db, StagePlaces places, IAuditTrail audit)
{
    /// <param name="id">The stage.</param>
    /// <param name="objection">What stands against calling a stage of this API so; null is nothing.</param>
    /// <param name="what">What is done, for the trail: neither query nor body nor headers nor messages, which may hold secrets.</param>
    /// <param name="user">Who does it.</param>
    /// <param name="call">The call, to the stage's address.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<Answer<T>> TryAsync<T>(Guid id, Func<Api, Refusal?> objection, string what, CurrentUser user, Func<Uri, Task<Answer<T>>> call, CancellationToken cancellationToken)
    {
        var stage = await db.Set<Stage>().AsNoTracking().SingleAsync(stage => stage.Id == id, cancellationToken);
        var api = await db.Set<Api>().AsNoTracking().SingleAsync(api => api.Id == stage.ApiId, cancellationToken);

        if (objection(api) is { } refusal)
        {
            return refusal;
        }

        try
        {
            if (await places.FindAsync(stage, cancellationToken) is not { } address)
            {
                return Refusals.NotDeployed;
            }

            // Before the call: it may change something at the backend, and must not be forgotten.
            audit.Record(user, "stages.try", $"{api.Name} {stage.Name}", what);
            await db.SaveChangesAsync(cancellationToken);

            return await call(new Uri(address.InvokeUrl));
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.Upstream(refused);
        }
    }
}
