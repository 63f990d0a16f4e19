using System.Globalization;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.UsagePlans;
using Portal.Sandbox.Execution.Authorizers;

namespace Portal.Sandbox.Execution;

/// <summary>
/// Who is let in, in API Gateway's order: authorization, then the API key with its plan, throttles and quota.
/// </summary>
internal sealed class Admission(Authorization authorization, Throttles throttles)
{
    public async ValueTask<GatewayFault?> RefusalAsync(Exchange exchange)
    {
        if (await authorization.RefusalAsync(exchange) is { } fault)
        {
            return fault;
        }

        if (!exchange.Method!.ApiKeyRequired)
        {
            return throttles.TryTake(exchange, null, out _) ? null : GatewayFault.Throttled;
        }

        return PlanOf(exchange) is { } plan ? Count(exchange, plan) : GatewayFault.InvalidApiKey;
    }

    /// <summary>The plan by which the caller's key opens this stage; a key has at most one for each.</summary>
    private static UsagePlan? PlanOf(Exchange exchange)
    {
        var value = exchange.Snapshot.Api.ApiKeySource is RestApi.KeyInHeader ? exchange.Parameter("header", "x-api-key") : exchange.Caller?.UsageIdentifierKey;
        if (value is null || exchange.Region.ApiKeys.SeenValue(value) is not { } entry)
        {
            return null;
        }

        exchange.ApiKey = entry.Key;
        if (!entry.Key.Enabled)
        {
            return null;
        }

        foreach (var id in entry.UsagePlanIds)
        {
            if (exchange.Region.UsagePlans.Seen(id) is { } plan && plan.StageOf(exchange.Address.ApiId, exchange.Stage.StageName) is not null)
            {
                return plan;
            }
        }

        return null;
    }

    /// <summary>Only what is let in counts: a request refused by a throttle uses nothing of the quota, one refused by the quota no token.</summary>
    private GatewayFault? Count(Exchange exchange, UsagePlan plan)
    {
        if (!throttles.TryTake(exchange, plan, out var taken))
        {
            return GatewayFault.Throttled;
        }

        if (exchange.Region.Usage.TryCount(plan.Id, exchange.ApiKeyId!, plan.Quota, DateOnly.FromDateTime(exchange.Time.UtcDateTime)))
        {
            return null;
        }

        taken.GiveBack();
        if (ExecutionLog.Wants(exchange))
        {
            exchange.Exceeded = string.Create(CultureInfo.InvariantCulture, $"Key quota exhausted for Usage Plan ID {plan.Id}. Limit: {plan.Quota!.Limit} Period: {plan.Quota.Period}");
        }

        return GatewayFault.QuotaExceeded;
    }
}
