using Portal.Sandbox.Execution.Lambdas;

namespace Portal.Sandbox.Execution;

/// <summary>Calls what stands behind a method.</summary>
internal sealed partial class Integrations(Backends backends, LambdaCalls lambdas, TimeProvider time, ILogger logger)
{
    private readonly HttpIntegration _http = new(backends);
    private readonly LambdaIntegration _lambda = new(lambdas, logger);

    public async Task<GatewayFault?> AnswerAsync(Exchange exchange)
    {
        var asked = time.GetTimestamp();
        var fault = exchange.Method!.MethodIntegration switch
        {
            { Type: "MOCK" } mock => await MockIntegration.AnswerAsync(exchange, mock),
            { Type: "HTTP" or "HTTP_PROXY" } http => await _http.AnswerAsync(exchange, http),
            { } lambda => await _lambda.AnswerAsync(exchange, lambda),
            null => GatewayFault.Configuration,
        };
        exchange.IntegrationLatency = time.GetElapsedTime(asked);
        if (fault == GatewayFault.Configuration)
        {
            LogConfiguration(exchange.Method.HttpMethod, exchange.Resource!.Path, exchange.Address.ApiId);
        }

        return fault;
    }

    [LoggerMessage(EventId = 9202, Level = LogLevel.Warning, Message = "The integration of {Verb} {Path} of {ApiId} cannot answer: no response matches, its address is no URL, or its template cannot be read")]
    private partial void LogConfiguration(string verb, string path, string apiId);
}
