using System.Globalization;
using System.Text;

namespace Portal.Sandbox.Execution;

/// <summary>The log of a test run, in the service's lines, as far as the run can be seen from outside of its integration.</summary>
internal sealed class TestLog
{
    private readonly Exchange _exchange;
    private readonly TimeProvider _time;
    private readonly StringBuilder _text;

    public TestLog(Exchange exchange, TimeProvider time)
    {
        (_exchange, _time) = (exchange, time);
        _text = new($"Execution log for request {exchange.RequestId}\n");
    }

    public string Text => _text.ToString();

    public void Begin(string body)
    {
        var request = _exchange.Http.Request;
        Line($"Starting execution for request: {_exchange.RequestId}");
        Line($"HTTP Method: {request.Method}, Resource Path: {_exchange.Resource!.Path}");
        Line($"Method request path: {Braced(_exchange.PathParameters)}");
        Line($"Method request query string: {Braced(request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())))}");
        Line($"Method request headers: {Braced(Headers(request.Headers))}");
        Line($"Method request body before transformations: {body}");
        if (_exchange.Method!.MethodIntegration is { Type: not "MOCK", Uri: { } uri })
        {
            Line($"Endpoint request URI: {uri}");
        }
    }

    public void End(string body)
    {
        var response = _exchange.Http.Response;
        if (_exchange is { IntegrationStatus: { } status, IntegrationLatency: { } latency })
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"Received response. Status: {status}, Integration latency: {CallMeasures.Milliseconds(latency)} ms"));
        }

        if (_exchange.Fault is { } fault)
        {
            Line($"Execution failed: {fault.Message} ({fault.Type})");
        }
        else
        {
            Line($"Method response body after transformations: {body}");
            Line($"Method response headers: {Braced(Headers(response.Headers))}");
            Line("Successfully completed execution");
        }

        Line(string.Create(CultureInfo.InvariantCulture, $"Method completed with status: {response.StatusCode}"));
    }

    private void Line(string text) => _text.Append(_time.GetUtcNow().ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture)).Append(" : ").Append(text).Append('\n');

    private static IEnumerable<KeyValuePair<string, string>> Headers(IHeaderDictionary headers) => headers.Select(pair => KeyValuePair.Create(pair.Key, Shown(pair.Key, pair.Value.ToString())));

    /// <summary>What lets somebody in is no matter for a log.</summary>
    private static string Shown(string name, string value) =>
        name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || name.Equals("x-api-key", StringComparison.OrdinalIgnoreCase) || name.Equals("Cookie", StringComparison.OrdinalIgnoreCase)
            ? new('*', Math.Min(value.Length, 100))
            : value;

    private static string Braced(IEnumerable<KeyValuePair<string, string>> pairs) => $"{{{string.Join(", ", pairs.Select(pair => $"{pair.Key}={pair.Value}"))}}}";
}
