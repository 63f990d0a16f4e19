namespace Portal.Sandbox.Execution;

/// <summary>What every answer of a stage bears.</summary>
internal static class StandardHeaders
{
    public static void Write(Exchange exchange)
    {
        exchange.Http.Response.Headers["x-amzn-RequestId"] = exchange.RequestId;
        exchange.Http.Response.Headers["x-amz-apigw-id"] = exchange.ExtendedRequestId;
        if (exchange.IntegrationStatus is not null && exchange.Method?.MethodIntegration is { Type: not "MOCK" })
        {
            exchange.Http.Response.Headers[TraceId.Header] = exchange.Trace;
        }
    }
}
