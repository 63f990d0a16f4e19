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

    /// <summary>Takes a token of every limit, or none of any; null when one has none left.</summary>
    public IReadOnlyList<TokenBucket>? Take(Exchange exchange, UsagePlan? plan)
    {
        List<TokenBucket> taken = [];
        foreach (var (place, limit) in Limits(exchange, plan))
        {
            var bucket = _buckets.GetOrAdd(place, _ => new(time));
            if (!bucket.TryTake(limit))
            {
                GiveBack(taken);
                return null;
            }

            taken.Add(bucket);
        }

        return taken;
    }

    /// <summary>For a route of version 2 and its account.</summary>
    public bool TryTake(Region region, string stage, string routeKey, double? rate, int? burst)
    {
        TokenBucket? own = null;
        if (rate is not null || burst is not null)
        {
            own = _buckets.GetOrAdd(new(region, null, null, stage, routeKey), _ => new(time));
            if (!own.TryTake(new(rate ?? region.Throttle.RateLimit, burst ?? region.Throttle.BurstLimit)))
            {
                return false;
            }
        }

        if (_buckets.GetOrAdd(new(region, null, null, null, null), _ => new(time)).TryTake(region.Throttle))
        {
            return true;
        }

        own?.GiveBack();
        return false;
    }

    public static void GiveBack(IReadOnlyList<TokenBucket> taken)
    {
        foreach (var bucket in taken)
        {
            bucket.GiveBack();
        }
    }

    private static IEnumerable<(Place Place, ThrottleSettings Limit)> Limits(Exchange exchange, UsagePlan? plan)
    {
        var region = exchange.Region;
        var (path, verb) = (exchange.Resource!.Path, exchange.Method!.HttpMethod);
        var stage = $"{exchange.Address.ApiId}/{exchange.Stage.StageName}";
        var method = $"{path}/{verb}";
        if (plan is not null)
        {
            if (OfMethod(plan.StageOf(exchange.Address.ApiId, exchange.Stage.StageName)?.Throttle, method, $"{path}/*", "/*/*") is { } own)
            {
                yield return (new(region, plan.Id, exchange.ApiKeyId, stage, method), own);
            }

            if (plan.Throttle is { } throttle)
            {
                yield return (new(region, plan.Id, exchange.ApiKeyId, null, null), throttle);
            }
        }

        if (MethodSettings.Of(exchange.Stage, path, verb) is { ThrottlingRateLimit: >= 0, ThrottlingBurstLimit: >= 0 } setting)
        {
            yield return (new(region, null, null, stage, method), new(setting.ThrottlingRateLimit, setting.ThrottlingBurstLimit));
        }

        yield return (new(region, null, null, null, null), region.Throttle);
    }

    /// <summary>What is said of the method itself, else of its resource, else of all methods.</summary>
    private static T? OfMethod<T>(Map<T>? settings, string method, string resource, string all) where T : class =>
        settings.Find(method) ?? settings.Find(resource) ?? settings.Find(all);

    /// <summary>What a bucket is for.</summary>
    private readonly record struct Place(Region Region, string? PlanId, string? KeyId, string? Stage, string? Method);
}
