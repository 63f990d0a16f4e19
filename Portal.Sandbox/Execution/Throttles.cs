using System.Collections.Concurrent;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGateway.UsagePlans;
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
                return false;
            }

            if (plan.Throttle is { } throttle && !TryTake(new(region, plan.Id, exchange.ApiKeyId, null, null), throttle, ref taken))
            {
                return false;
            }
        }

        if (shared.Setting is { ThrottlingRateLimit: >= 0, ThrottlingBurstLimit: >= 0 } setting
            && !TryTake(new(region, null, null, shared.StageKey, shared.MethodKey), new(setting.ThrottlingRateLimit, setting.ThrottlingBurstLimit), ref taken))
        {
            return false;
        }

        return TryTake(new(region, null, null, null, null), region.Throttle, ref taken);
    }

    /// <summary>For a route of version 2 and its account.</summary>
    public bool TryTake(Region region, string stage, string routeKey, double? rate, int? burst)
    {
        TokenBucket? own = null;
        if (rate is not null || burst is not null)
        {
            own = Bucket(new(region, null, null, stage, routeKey));
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
