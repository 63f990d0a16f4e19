using Microsoft.AspNetCore.Http.Features;
using Portal.Sandbox.ApiGateway.Stages;

namespace Portal.Sandbox.Execution.Caching;

/// <summary>
/// The cache of a stage: answers of GET, and of methods whose own setting says so, are kept by the integration's cache key for the setting's time. Who may ignore it
/// (<c>Cache-Control: max-age=0</c>) the setting says too.
/// </summary>
internal static class ResponseCache
{
    private const int LargestAnswer = 1_048_576;
    private const string Ignored = "199 Cache-control headers were ignored because the caller was unauthorized.";

    // Of each call anew.
    private static readonly HashSet<string> NotKept = new(StringComparer.OrdinalIgnoreCase) { "x-amzn-RequestId", "x-amz-apigw-id", "Content-Length", "Transfer-Encoding", "Date", "Connection", "Warning" };

    public static Task<GatewayFault?> AnswerAsync(Exchange exchange, Func<Exchange, Task<GatewayFault?>> integrate) =>
        SettingOf(exchange) is { } setting ? AnswerAsync(exchange, setting, integrate) : integrate(exchange);

    private static async Task<GatewayFault?> AnswerAsync(Exchange exchange, MethodSetting setting, Func<Exchange, Task<GatewayFault?>> integrate)
    {
        var renews = exchange.Http.Request.Headers.CacheControl.ToString().Contains("max-age=0", StringComparison.OrdinalIgnoreCase);
        if (renews && setting.RequireAuthorizationForCacheControl && exchange.Caller?.AccessKey is null)
        {
            if (setting.UnauthorizedCacheControlHeaderStrategy is "FAIL_WITH_403")
            {
                return GatewayFault.Denied("User is not authorized to access this resource");
            }

            renews = false;
            if (setting.UnauthorizedCacheControlHeaderStrategy is "SUCCEED_WITH_RESPONSE_HEADER")
            {
                exchange.Http.Response.OnStarting(() =>
                {
                    exchange.Http.Response.Headers.Warning = Ignored;
                    return Task.CompletedTask;
                });
            }
        }

        var answers = exchange.Region.Caches.Answers;
        var (api, stage, key) = (exchange.Address.ApiId, exchange.Stage.StageName, KeyOf(exchange));
        if (!renews && answers.TryGet(api, stage, key, exchange.Time, out var kept))
        {
            exchange.WasCached = true;
            await WriteAsync(exchange, kept);
            return null;
        }

        exchange.WasCached = false;
        var (fault, answer) = await RecordAsync(exchange, integrate);
        if (answer is { Status: >= 200 and < 300, Body.Length: <= LargestAnswer })
        {
            answers.Put(api, stage, key, answer, exchange.Time.AddSeconds(setting.CacheTtlInSeconds));
        }

        return fault;
    }

    private static MethodSetting? SettingOf(Exchange exchange) =>
        exchange.Stage.CacheClusterEnabled
        && exchange.Shared.Setting is { CachingEnabled: true, CacheTtlInSeconds: > 0 } setting
        && (HttpMethods.IsGet(exchange.Http.Request.Method) || exchange.Shared.HasOwnSetting)
            ? setting
            : null;

    /// <summary>Only what is declared as a part of the key tells calls apart, not even the path.</summary>
    private static string KeyOf(Exchange exchange)
    {
        var integration = exchange.Method!.MethodIntegration!;
        var owner = exchange is { IsCanary: true, Stage.CanarySettings.UseStageCache: false } ? "canary" : "stage";
        return string.Join('\n', [owner, integration.CacheNamespace, exchange.Http.Request.Method, .. integration.CacheKeyParameters.Select(name => $"{name}={Value(exchange, name)}")]);
    }

    private static string? Value(Exchange exchange, string name) =>
        Mapping.Value(exchange, name) ?? (exchange.Method!.MethodIntegration!.RequestParameters?.TryGetValue(name, out var source) is true ? Mapping.Value(exchange, source) : null);

    private static async Task<(GatewayFault? Fault, CachedAnswer? Answer)> RecordAsync(Exchange exchange, Func<Exchange, Task<GatewayFault?>> integrate)
    {
        var features = exchange.Http.Features;
        var body = features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using MemoryStream written = new();
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(written));
        GatewayFault? fault;
        try
        {
            fault = await integrate(exchange);
            await exchange.Http.Response.BodyWriter.FlushAsync(exchange.Http.RequestAborted);
        }
        finally
        {
            features.Set(body);
        }

        if (fault is not null)
        {
            return (fault, null);
        }

        var response = exchange.Http.Response;
        CachedAnswer answer = new(response.StatusCode, [.. response.Headers.Where(header => !NotKept.Contains(header.Key)).Select(header => (header.Key, header.Value.ToArray()))], written.ToArray());
        await SendAsync(exchange, answer.Body);
        return (null, answer);
    }

    private static Task WriteAsync(Exchange exchange, CachedAnswer answer)
    {
        var response = exchange.Http.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, values) in answer.Headers)
        {
            response.Headers[name] = values;
        }

        StandardHeaders.Write(exchange);
        return SendAsync(exchange, answer.Body);
    }

    private static async Task SendAsync(Exchange exchange, byte[] body)
    {
        if (body.Length > 0)
        {
            exchange.Http.Response.Headers.ContentLength = body.Length;
            await exchange.Http.Response.Body.WriteAsync(body, exchange.Http.RequestAborted);
        }
    }
}
