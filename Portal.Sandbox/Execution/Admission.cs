using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.UsagePlans;

namespace Portal.Sandbox.Execution;

/// <summary>
/// Who is let in, in API Gateway's order: authorization, then the API key with its plan, throttles and quota.
/// No authorizer can be asked yet, so a method with one never lets anybody in, and an API that takes its keys from one knows no key.
/// </summary>
internal sealed class Admission(TimeProvider time)
{
    private readonly Throttles _throttles = new(time);

    public GatewayFault? Refusal(Exchange exchange)
    {
        if (Authorization(exchange) is { } fault)
        {
            return fault;
        }

        if (!exchange.Method!.ApiKeyRequired)
        {
            return _throttles.Take(exchange, null) is null ? GatewayFault.Throttled : null;
        }

        return PlanOf(exchange) is { } plan ? Count(exchange, plan) : GatewayFault.InvalidApiKey;
    }

    /// <summary>The plan by which the caller's key opens this stage; a key has at most one for each.</summary>
    private static UsagePlan? PlanOf(Exchange exchange)
    {
        var value = exchange.Snapshot.Api.ApiKeySource is RestApi.KeyInHeader ? exchange.Parameter("header", "x-api-key") : null;
        if (value is null || exchange.Region.ApiKeys.SeenValue(value) is not { } entry)
        {
            return null;
        }

        exchange.ApiKey = entry.Key;
        return entry.Key.Enabled
            ? entry.UsagePlanIds.Select(exchange.Region.UsagePlans.Find).FirstOrDefault(plan => plan?.StageOf(exchange.Address.ApiId, exchange.Stage.StageName) is not null)
            : null;
    }

    /// <summary>Only what is let in counts: a request refused by a throttle uses nothing of the quota, one refused by the quota no token.</summary>
    private GatewayFault? Count(Exchange exchange, UsagePlan plan)
    {
        if (_throttles.Take(exchange, plan) is not { } taken)
        {
            return GatewayFault.Throttled;
        }

        if (exchange.Region.Usage.TryCount(plan.Id, exchange.ApiKeyId!, plan.Quota, DateOnly.FromDateTime(exchange.Time.UtcDateTime)))
        {
            return null;
        }

        Throttles.GiveBack(taken);
        return GatewayFault.QuotaExceeded;
    }

    private static GatewayFault? Authorization(Exchange exchange)
    {
        var method = exchange.Method!;
        switch (method.AuthorizationType)
        {
            case "NONE":
                return null;
            case "AWS_IAM":
                // Any signature does, as on the control plane.
                return exchange.Http.Request.Headers.Authorization.ToString().StartsWith("AWS4-", StringComparison.Ordinal) || exchange.Http.Request.Query.ContainsKey("X-Amz-Signature")
                    ? null
                    : GatewayFault.NoSuchRoute;
            default:
                var authorizer = exchange.Snapshot.Definition.Authorizers.GetValueOrDefault(method.AuthorizerId ?? "");
                var sources = (authorizer?.IdentitySource ?? "method.request.header.Authorization").Split(',', StringSplitOptions.TrimEntries);
                return sources.Any(source => string.IsNullOrEmpty(Mapping.Value(exchange, source))) ? GatewayFault.Unauthorized : GatewayFault.AuthorizerFailure;
        }
    }
}
