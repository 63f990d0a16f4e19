using System.Globalization;

namespace Portal.Sandbox.Execution.HttpApis;

/// <summary>The values of <c>$context</c> in an HTTP API; null for what is not known.</summary>
internal static class VisitContext
{
    public static string? Of(Visit visit, string path)
    {
        var request = visit.Http.Request;
        return path switch
        {
            "requestId" or "extendedRequestId" => visit.RequestId,
            "accountId" => visit.Region.Account,
            "apiId" => visit.ApiId,
            "stage" => visit.Stage.StageName,
            "httpMethod" => request.Method,
            "routeKey" => visit.Route?.RouteKey,
            "path" => visit.RawPath,
            "protocol" => request.Protocol,
            "domainName" => request.Host.Host,
            "domainPrefix" => request.Host.Host.Split('.')[0],
            "requestTime" => visit.Time.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture),
            "requestTimeEpoch" => Text(visit.Time.ToUnixTimeMilliseconds()),
            "identity.sourceIp" => visit.Http.Connection.RemoteIpAddress?.ToString(),
            "identity.userAgent" => request.Headers.UserAgent.ToString(),
            "identity.accessKey" => visit.Caller?.AccessKey,
            "identity.caller" or "identity.user" => visit.Caller?.Signer?.PrincipalId,
            "identity.accountId" => visit.Caller?.Signer?.Account,
            "identity.userArn" => visit.Caller?.Signer?.Arn,
            "error.message" => visit.Fault?.Message,
            "error.messageString" => visit.Fault is { } fault ? $"\"{fault.Message}\"" : null,
            "error.responseType" => visit.Fault is null ? null : ResponseType(visit.Fault),
            "integrationErrorMessage" or "integration.error" => visit.Fault?.Why,
            "responseLatency" => Text(CallMeasures.Milliseconds(visit.Latency)),
            "integrationLatency" or "integration.latency" => visit.IntegrationLatency is { } latency ? Text(CallMeasures.Milliseconds(latency)) : null,
            "integrationStatus" or "integration.status" or "integration.integrationStatus" => visit.IntegrationStatus is { } status ? Text(status) : null,
            "responseLength" => Text(visit.Answer?.Count ?? 0),
            "dataProcessed" => Text(visit.DataProcessed),
            _ when path.StartsWith("authorizer.", StringComparison.Ordinal) => visit.Caller?.Value(path["authorizer.".Length..]),
            _ => null,
        };
    }

    private static string ResponseType(HttpFault fault) => fault.Status switch
    {
        401 => "UNAUTHORIZED",
        403 => "ACCESS_DENIED",
        413 => "REQUEST_TOO_LARGE",
        429 => "THROTTLED",
        503 => "INTEGRATION_FAILURE",
        404 => "DEFAULT_4XX",
        _ => "DEFAULT_5XX",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
