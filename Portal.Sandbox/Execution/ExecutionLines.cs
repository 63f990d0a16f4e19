using System.Globalization;

namespace Portal.Sandbox.Execution;

/// <summary>How a call went, in the service's lines, as far as it can be seen from outside of its integration.</summary>
internal static class ExecutionLines
{
    /// <summary>What was called. Who wants to see all of it gets headers and bodies too.</summary>
    public static IEnumerable<string> Begin(Exchange exchange, bool seesAll, string body)
    {
        var request = exchange.Http.Request;
        yield return $"Starting execution for request: {exchange.RequestId}";
        yield return $"HTTP Method: {request.Method}, Resource Path: {exchange.Resource!.Path}";
        if (seesAll)
        {
            yield return $"Method request path: {Braced(exchange.PathParameters)}";
            yield return $"Method request query string: {Braced(request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())))}";
            yield return $"Method request headers: {Braced(Headers(request.Headers))}";
            yield return $"Method request body before transformations: {body}";
        }

        if (exchange.Method!.MethodIntegration is { Type: not "MOCK", Uri: { } uri })
        {
            yield return $"Endpoint request URI: {uri}";
        }
    }

    /// <summary>What came of it; a body that nobody kept is null.</summary>
    public static IEnumerable<string> End(Exchange exchange, bool seesAll, string? body, int status)
    {
        if (exchange is { IntegrationStatus: { } answered, IntegrationLatency: { } latency })
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Received response. Status: {answered}, Integration latency: {CallMeasures.Milliseconds(latency)} ms");
        }

        if (exchange.Fault is { } fault)
        {
            yield return $"Execution failed: {fault.Message} ({fault.Type})";
        }
        else
        {
            if (seesAll)
            {
                if (body is not null)
                {
                    yield return $"Method response body after transformations: {body}";
                }

                yield return $"Method response headers: {Braced(Headers(exchange.Http.Response.Headers))}";
            }

            yield return "Successfully completed execution";
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"Method completed with status: {status}");
    }

    private static IEnumerable<KeyValuePair<string, string>> Headers(IHeaderDictionary headers) => headers.Select(pair => KeyValuePair.Create(pair.Key, Shown(pair.Key, pair.Value.ToString())));

    /// <summary>What lets somebody in is no matter for a log.</summary>
    private static string Shown(string name, string value) =>
        name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || name.Equals("x-api-key", StringComparison.OrdinalIgnoreCase) || name.Equals("Cookie", StringComparison.OrdinalIgnoreCase)
            ? new('*', Math.Min(value.Length, 100))
            : value;

    private static string Braced(IEnumerable<KeyValuePair<string, string>> pairs) => $"{{{string.Join(", ", pairs.Select(pair => $"{pair.Key}={pair.Value}"))}}}";
}
