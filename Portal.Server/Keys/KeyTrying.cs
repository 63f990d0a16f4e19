using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Shared;

namespace Portal.Server.Keys;

/// <summary>What goes before a call of a stage with one of one's own keys: the stage's address, the key's value, which is nowhere but in API Gateway, and a line in the trail.</summary>
internal sealed class KeyTrying(PortalDb db, IGateways gateways, StagePlaces places, KeyDigests digests, IAuditTrail audit)
{
    /// <param name="id">The key.</param>
    /// <param name="stageId">One that its plan opens.</param>
    /// <param name="objection">What stands against calling a stage of this API so; null is nothing.</param>
    /// <param name="what">What is done, for the trail: neither query nor body nor headers nor messages, which may hold secrets.</param>
    /// <param name="user">Who does it.</param>
    /// <param name="call">The call, to the stage's address with the key's value.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<Answer<T>> TryAsync<T>(Guid id, Guid stageId, Func<Api, Refusal?> objection, string what, CurrentUser user, Func<Uri, string, Task<Answer<T>>> call, CancellationToken cancellationToken)
    {
        var key = await db.Set<ApiKey>().AsNoTracking().SingleAsync(key => key.Id == id, cancellationToken);

        if (!key.State.Works() || key.IsEnding)
        {
            return Refusals.NotInForce;
        }

        if (await db.StagesOfKey(key.Id).SingleOrDefaultAsync(opened => opened.Stage.Id == stageId, cancellationToken) is not { } opened)
        {
            return Platform.Refusals.NotFound;
        }

        if (objection(opened.Api) is { } refusal)
        {
            return refusal;
        }

        try
        {
            if (await places.FindAsync(opened.Stage, cancellationToken) is not { } address || await ValueOrNullAsync(key, opened.Stage, cancellationToken) is not { } value)
            {
                return Refusals.NotToBeTried;
            }

            // Before the call: it may change something at the backend, and must not be forgotten.
            audit.Record(user, "keys.try", $"{opened.Api.Name} {opened.Stage.Name}", $"{what}, with the key that ends with {key.LastFour}");
            await db.SaveChangesAsync(cancellationToken);

            return await call(new Uri(address.InvokeUrl), value);
        }
        catch (GatewayRefusedException)
        {
            return Refusals.NotToBeTried;
        }
    }

    /// <summary>As API Gateway has it; null where it has another, or none.</summary>
    private async Task<string?> ValueOrNullAsync(ApiKey key, Stage stage, CancellationToken cancellationToken)
    {
        var gateway = await gateways.OpenAsync(stage.ConnectionId, cancellationToken);

        return key.AwsId is { } id
            && await gateway.ReadKeyValueAsync(id, cancellationToken) is { } text
            && KeyValue.Of(text) is { } value
            && await digests.OfAsync(value, cancellationToken) == key.Digest
            ? text
            : null;
    }
}
