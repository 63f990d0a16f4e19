using System.Collections.Concurrent;
using System.Globalization;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGateway.UsagePlans;
using Portal.Sandbox.ApiGatewayV2.Stages;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution;

/// <summary>
/// The limits that a request must pass, in AWS's order: the method's in the plan's stage, the plan's, the method's of the stage, the account's in the Region.
/// The first two count for each key, and the plan's over all its stages. A limit for many methods is one for each of them.
/// </summary>
internal sealed class Throttles(TimeProvider time)
{
    private readonly ConcurrentDictionary<Place, TokenBucket> _buckets = new();

    /// <summary>Takes a token of every limit, or none of any.</summary>
    public bool TryTake(Exchange exchange, UsagePlan? plan, out TakenTokens taken)
    {
        taken = new();
        var (region, shared) = (exchange.Region, exchange.Shared);
        if (plan is not null)
        {
            if (OfMethod(plan.StageOf(exchange.Address.ApiId, exchange.Stage.StageName)?.Throttle, shared) is { } own
                && !TryTake(new(region, plan.Id, exchange.ApiKeyId, shared.StageKey, shared.MethodKey), own, ref taken))
            {
                return Exceeded(exchange, $"Key throttle limit exceeded for Usage Plan ID {plan.Id}", own);
            }

            if (plan.Throttle is { } throttle && !TryTake(new(region, plan.Id, exchange.ApiKeyId, null, null), throttle, ref taken))
            {
                return Exceeded(exchange, $"Key throttle limit exceeded for Usage Plan ID {plan.Id}", throttle);
            }
        }

        if (shared.Setting is { ThrottlingRateLimit: >= 0, ThrottlingBurstLimit: >= 0 } setting
            && !TryTake(new(region, null, null, shared.StageKey, shared.MethodKey), new(setting.ThrottlingRateLimit, setting.ThrottlingBurstLimit), ref taken))
        {
            return Exceeded(exchange, "Method throttle limit exceeded", new(setting.ThrottlingRateLimit, setting.ThrottlingBurstLimit));
        }

        return TryTake(new(region, null, null, null, null), region.Throttle, ref taken) || Exceeded(exchange, "Account throttle limit exceeded", region.Throttle);
    }

    /// <summary>For a route of version 2 and its account: what is said of the route itself, else of the whole stage.</summary>
    public bool TryTake(Region region, string apiId, Stage stage, string routeKey)
    {
        var (settings, all) = (stage.RouteSettings.Find(routeKey), stage.DefaultRouteSettings);
        var (rate, burst) = (settings?.ThrottlingRateLimit ?? all.ThrottlingRateLimit, settings?.ThrottlingBurstLimit ?? all.ThrottlingBurstLimit);
        TokenBucket? own = null;
        if (rate is not null || burst is not null)
        {
            own = Bucket(new(region, null, null, $"{apiId}/{stage.StageName}", routeKey));
            if (!own.TryTake(new(rate ?? region.Throttle.RateLimit, burst ?? region.Throttle.BurstLimit)))
            {
                return false;
            }
        }

        if (Bucket(new(region, null, null, null, null)).TryTake(region.Throttle))
        {
            return true;
        }

        own?.GiveBack();
        return false;
    }

    /// <summary>Tells execution logs which limit it was. Only the text for keys is recorded from the service.</summary>
    private static bool Exceeded(Exchange exchange, string what, ThrottleSettings limit)
    {
        if (ExecutionLog.Wants(exchange))
        {
            exchange.Exceeded = string.Create(CultureInfo.InvariantCulture, $"{what}, RestApi {exchange.Address.ApiId}, Stage {exchange.Stage.StageName}, Resource {exchange.Resource!.Id}, HttpMethod {exchange.Method!.HttpMethod}. Limit: {limit.RateLimit:F2} Burst: {limit.BurstLimit}");
        }

        return false;
    }

    /// <summary>For a key of a plan, where no method has a limit of its own; null when it has none left.</summary>
    public bool TryTakeOfKey(Region region, UsagePlan plan, string keyId, out TakenTokens taken)
    {
        taken = new();
        return plan.Throttle is not { } limit || TryTake(new(region, plan.Id, keyId, null, null), limit, ref taken);
    }

    /// <summary>If the limit has none left, what was taken before is given back.</summary>
    private bool TryTake(Place place, ThrottleSettings limit, ref TakenTokens taken)
    {
        var bucket = Bucket(place);
        if (!bucket.TryTake(limit))
        {
            taken.GiveBack();
            return false;
        }

        taken.Add(bucket);
        return true;
    }

    private TokenBucket Bucket(Place place) => _buckets.GetOrAdd(place, static (_, time) => new(time), time);

    /// <summary>What is said of the method itself, else of its resource, else of all methods.</summary>
    private static ThrottleSettings? OfMethod(Map<ThrottleSettings>? limits, MethodOnStage method) =>
        limits is null ? null : limits.Find(method.MethodKey) ?? limits.Find(method.ResourceKey) ?? limits.Find("/*/*");

    /// <summary>What a bucket is for.</summary>
    private readonly record struct Place(Region Region, string? PlanId, string? KeyId, string? Stage, string? Method);
}
