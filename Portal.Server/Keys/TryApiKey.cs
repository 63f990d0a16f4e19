using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Shared;
using Portal.Shared.Keys;
using Portal.Shared.Stages;

namespace Portal.Server.Keys;

internal sealed class TryApiKeyHandler(PortalDb db, IGateways gateways, StagePlaces places, StageCaller caller, KeyDigests digests, IAuditTrail audit) : IHandler<TryApiKey, TryAnswer>
{
    public async Task<Answer<TryAnswer>> HandleAsync(TryApiKey request, CurrentUser user, CancellationToken cancellationToken)
    {
        var key = await db.Set<ApiKey>().AsNoTracking().SingleAsync(key => key.Id == request.Id, cancellationToken);

        if (!key.State.Works() || key.IsEnding)
        {
            return Refusals.NotInForce;
        }

        if (await db.StagesOfKey(key.Id).SingleOrDefaultAsync(opened => opened.Stage.Id == request.StageId, cancellationToken) is not { } opened)
        {
            return Platform.Refusals.NotFound;
        }

        try
        {
            if (await places.FindAsync(opened.Stage, cancellationToken) is not { } address || await ValueOrNullAsync(key, opened.Stage, cancellationToken) is not { } value)
            {
                return Refusals.NotToBeTried;
            }

            // Before the call: it may change something at the backend, and must not be forgotten. Neither query nor body nor headers: they may hold secrets.
            audit.Record(user, "keys.try", $"{opened.Api.Name} {opened.Stage.Name}", $"{request.Method} {request.Path}, with the key that ends with {key.LastFour}");
            await db.SaveChangesAsync(cancellationToken);

            var call = request.ToCall();
            call = call with { Headers = [.. call.Headers, new NamedValue(TryApiKeyValidator.Header, value)] };

            return await caller.CallAsync(new Uri(address.InvokeUrl), call, cancellationToken) switch
            {
                Answer<TryAnswer>.Given(var answer) => Without(value, answer),
                var refused => refused,
            };
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

    /// <summary>A backend that tells what it was sent tells the key too: it is shown to nobody, its owner included.</summary>
    private static TryAnswer Without(string value, TryAnswer answer)
    {
        var instead = $"…{value[^4..]}";
        var hidden = answer with { Headers = [.. answer.Headers.Select(header => header with { Value = header.Value.Replace(value, instead, StringComparison.Ordinal) })] };

        return answer.IsBase64
            ? hidden with { Body = Without(value, instead, Convert.FromBase64String(answer.Body)) }
            : hidden with { Body = answer.Body.Replace(value, instead, StringComparison.Ordinal) };
    }

    private static string Without(string value, string instead, byte[] body) =>
        Convert.ToBase64String(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(body).Replace(value, instead.Replace('…', '.'), StringComparison.Ordinal)));
}
