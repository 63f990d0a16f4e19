using System.Text;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.Resources;

namespace Portal.Sandbox.Execution;

/// <summary>
/// One run of a method as it stands in the working definition, without a stage: what TestInvokeMethod does. Keys, authorizers and throttles are left out, as at the
/// service; the validator and the integration are the same that serve stages.
/// </summary>
internal sealed class TestInvocation(TestCall call, Resource resource, Method method)
{
    public const string Stage = "test-invoke-stage";

    public async Task<TestInvoked> RunAsync(DataPlane stages, TimeProvider time, CancellationToken cancellationToken)
    {
        using MemoryStream content = new();
        var exchange = call.Of(resource, method, content, cancellationToken);
        TestLog log = new(exchange, time);
        log.Begin(call.Body);
        var started = time.GetTimestamp();
        await stages.RunAsync(exchange);
        exchange.Latency = time.GetElapsedTime(started);
        var body = Encoding.UTF8.GetString(content.ToArray());
        log.End(body);
        return new(exchange.Http.Response.StatusCode, body, exchange.Http.Response.Headers, log.Text, (long)exchange.Latency.TotalMilliseconds);
    }
}

/// <summary>How a run ended.</summary>
internal sealed record TestInvoked(int Status, string Body, IHeaderDictionary Headers, string Log, long Latency);
