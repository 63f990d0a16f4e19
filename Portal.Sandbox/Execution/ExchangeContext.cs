using System.Globalization;
using System.Text.Json;

namespace Portal.Sandbox.Execution;

/// <summary>The values of <c>$context</c> in a REST API; null for what is not known.</summary>
internal static class ExchangeContext
{
    public static string? Of(Exchange exchange, string path) => path switch
    {
        "requestId" => exchange.RequestId,
        "extendedRequestId" => exchange.ExtendedRequestId,
        "accountId" => exchange.Region.Account,
        "apiId" => exchange.Address.ApiId,
        "stage" => exchange.Stage.StageName,
        "deploymentId" => exchange.DeploymentId,
        "httpMethod" => exchange.Http.Request.Method,
        "resourceId" => exchange.Resource?.Id,
        "resourcePath" => exchange.Resource?.Path,
        "path" => exchange.Address.Called ?? $"/{exchange.Stage.StageName}{exchange.Address.Path.TrimEnd('/')}",
        "protocol" => exchange.Http.Request.Protocol,
        "requestTime" => exchange.Time.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture),
        "requestTimeEpoch" => exchange.Time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        "domainName" => exchange.Http.Request.Host.Host,
        "domainPrefix" => exchange.Http.Request.Host.Host.Split('.')[0],
        "customDomain.basePathMatched" => exchange.Address.MappedPath,
        "customDomain.routingRuleIdMatched" => exchange.Address.RuleId,
        "isCanaryRequest" => exchange.IsCanary ? "true" : "false",
        "webaclArn" => exchange.Firewall is null ? null : exchange.Stage.WebAclArn,
        "wafResponseCode" => exchange.Firewall is { } said ? said.Blocks ? "WAF_BLOCK" : "WAF_ALLOW" : null,
        "xrayTraceId" => exchange.Stage.TracingEnabled ? TraceId.Root(exchange.Trace) : null,
        "error.message" => exchange.Fault?.Message,
        "error.messageString" => exchange.Fault is { } fault ? Quoted(fault.Message) : null,
        "error.responseType" => exchange.Fault?.Type,
        "error.validationErrorString" => exchange.ValidationErrors is [] ? null : $"[{string.Join(", ", exchange.ValidationErrors)}]",
        _ when path.StartsWith("identity.", StringComparison.Ordinal) => Identity(exchange, path["identity.".Length..]),
        _ when path.StartsWith("authorizer.", StringComparison.Ordinal) => exchange.Caller?.Value(path["authorizer.".Length..]),
        _ => exchange.Overrides?.GetValueOrDefault(path),
    };

    private static string? Identity(Exchange exchange, string name) => name switch
    {
        "apiKeyId" => exchange.ApiKeyId,
        "apiKey" => exchange.ApiKey?.Value,
        "sourceIp" => exchange.Http.Connection.RemoteIpAddress?.ToString(),
        "userAgent" => exchange.Http.Request.Headers.UserAgent.ToString(),
        "accessKey" => exchange.Caller?.AccessKey,
        "accountId" => exchange.Caller?.Signer?.Account,
        "caller" or "user" => exchange.Caller?.Signer?.PrincipalId,
        "userArn" => exchange.Caller?.Signer?.Arn,
        _ => null,
    };

    private static string Quoted(string? message) => message is null ? "null" : JsonSerializer.Serialize(message, QuoteOptions);

    private static readonly JsonSerializerOptions QuoteOptions = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
