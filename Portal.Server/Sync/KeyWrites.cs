using Portal.Server.Gateway;
using Portal.Server.Sync.Drift;

namespace Portal.Server.Sync;

/// <summary>
/// Writes single API keys while a person waits: few tries with short waits, and after a call without an answer a look by the mark instead of a blind repetition.
/// The value is handed on to the one call that makes the key, and kept nowhere.
/// </summary>
internal sealed partial class KeyWrites(IGateways gateways, AppliedKeys applied, TimeProvider clock, ILogger<KeyWrites> logger) : IKeyWrites
{
    private const int Tries = 4;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public async Task<KeyOutcome> IssueAsync(KeyPlace place, NewKey key, CancellationToken cancellationToken)
    {
        try
        {
            // Before anything is made: a key without a plan would be let in nowhere.
            var plan = await OwnPlanAsync(place, cancellationToken) ?? throw NoPlan(place);
            var keys = await gateways.OpenKeysAsync(place.Connection, cancellationToken);
            var made = await TryAsync(() => keys.CreateAsync(key, cancellationToken), () => keys.FindAsync(key.Id, cancellationToken), cancellationToken);
            await TryAsync(() => DoneAsync(keys.PutIntoPlanAsync(key.Id, made, plan, cancellationToken), made), cancellationToken);
            // It is made, whoever still waits.
            await applied.KeepAsync(place.Connection, [ApiKeySpec.Issued(key.Id.ToString(), place.Plan.ToString(), made, key.Description)], CancellationToken.None);

            return new KeyOutcome.Done(made);
        }
        catch (GatewayRefusedException refused)
        {
            LogRefused(place.Key, refused.Operation, refused.Code, refused.Message);

            // A call without an answer may be done after this look: somebody looks again later.
            var isClean = await DeleteAsync(place, cancellationToken) is KeyOutcome.Done && refused.Refusal is not GatewayRefusal.Unknown;

            return Refused(refused, isClean);
        }
    }

    public Task<KeyOutcome> DisableAsync(KeyPlace place, CancellationToken cancellationToken) => EndAsync(place, async (keys, id) =>
    {
        await keys.DisableAsync(id, cancellationToken);

        if (await PlanAsync(place, cancellationToken) is { } plan)
        {
            await keys.TakeOutOfPlanAsync(id, plan, cancellationToken);
        }
    }, cancellationToken);

    public Task<KeyOutcome> DeleteAsync(KeyPlace place, CancellationToken cancellationToken) =>
        EndAsync(place, (keys, id) => keys.DeleteAsync(id, cancellationToken), cancellationToken);

    public Task<KeyOutcome> SetRemainingAsync(KeyPlace place, long remaining, CancellationToken cancellationToken) => WriteAsync(place, async (keys, id) =>
        await keys.SetRemainingAsync(id, await OwnPlanAsync(place, cancellationToken) ?? throw NoPlan(place), remaining, cancellationToken), cancellationToken);

    /// <summary>What works no more is held against nothing.</summary>
    private async Task<KeyOutcome> EndAsync(KeyPlace place, Func<IKeyGateway, string, Task> write, CancellationToken cancellationToken)
    {
        var outcome = await WriteAsync(place, write, cancellationToken);

        if (outcome is KeyOutcome.Done)
        {
            await applied.ForgetAsync(place.Connection, place.Key, CancellationToken.None);
        }

        return outcome;
    }

    /// <summary>Whatever it is, it may be done twice: so a call without an answer is simply made again.</summary>
    private async Task<KeyOutcome> WriteAsync(KeyPlace place, Func<IKeyGateway, string, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            var keys = await gateways.OpenKeysAsync(place.Connection, cancellationToken);

            if ((place.AwsId ?? await TryAsync(() => keys.FindAsync(place.Key, cancellationToken), cancellationToken)) is not { } id)
            {
                return new KeyOutcome.Done(null);
            }

            await TryAsync(() => DoneAsync(write(keys, id), id), cancellationToken);

            return new KeyOutcome.Done(id);
        }
        catch (GatewayRefusedException refused)
        {
            LogRefused(place.Key, refused.Operation, refused.Code, refused.Message);

            return Refused(refused, isClean: false);
        }
    }

    private Task<T> TryAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
        where T : class? => TryAsync(call, () => Task.FromResult<T?>(null), cancellationToken);

    private async Task<T> TryAsync<T>(Func<Task<T>> call, Func<Task<T?>> lookAsync, CancellationToken cancellationToken)
        where T : class?
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await call();
            }
            catch (GatewayRefusedException refused) when (tries < Tries && IsWorthAnother(refused))
            {
                await Task.Delay(Patience.After(tries, FirstWait, refused.RetryAfter), clock, cancellationToken);

                if (refused.Refusal is GatewayRefusal.Unknown && await lookAsync() is { } found)
                {
                    return found;
                }
            }
        }
    }

    /// <summary>To let keys in, the plan must be the portal's own.</summary>
    private async Task<string?> OwnPlanAsync(KeyPlace place, CancellationToken cancellationToken)
    {
        var gateway = await gateways.OpenAsync(place.Connection, cancellationToken);

        return await TryAsync(() => gateway.FindOwnUsagePlanAsync(place.Plan.ToString(), cancellationToken), cancellationToken);
    }

    private async Task<string?> PlanAsync(KeyPlace place, CancellationToken cancellationToken)
    {
        var gateway = await gateways.OpenAsync(place.Connection, cancellationToken);

        return await TryAsync(() => gateway.FindUsagePlanAsync(place.Plan.ToString(), cancellationToken), cancellationToken);
    }

    private static async Task<string> DoneAsync(Task write, string id)
    {
        await write;

        return id;
    }

    private static bool IsWorthAnother(GatewayRefusedException refused) =>
        refused.Refusal is GatewayRefusal.Passing or GatewayRefusal.Unknown && (refused.RetryAfter is null || refused.RetryAfter <= LongestWait);

    private static KeyOutcome.Refused Refused(GatewayRefusedException refused, bool isClean) =>
        new($"{refused.Words} {Advice.For(refused.Refusal)}", refused.Refusal, isClean);

    private static GatewayRefusedException NoPlan(KeyPlace place) =>
        new("GetUsagePlans", "NotFoundException", $"The usage plan {place.Plan} does not exist in this account and Region, or lost its tag portal:id.", GatewayRefusal.Final);

    [LoggerMessage(EventId = 3130, Level = LogLevel.Warning, Message = "API key {Key}: {Operation} was refused: {Code}: {Why}")]
    private partial void LogRefused(Guid key, string operation, string code, string why);
}
