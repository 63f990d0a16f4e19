using System.Text;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.Execution.Lambdas;

namespace Portal.Sandbox.Execution;

/// <summary>AWS_PROXY and AWS integrations with a function: the first gets the whole call as an event, the second what its template makes of it.</summary>
internal sealed partial class LambdaIntegration(LambdaCalls lambdas, ILogger logger)
{
    public async Task<GatewayFault?> AnswerAsync(Exchange exchange, Integration integration)
    {
        var uri = StageVariables.Into(integration.Uri, exchange.StageVariable);
        if (LambdaCalls.FunctionOf(uri) is not { } arn)
        {
            LogUnmapped(uri);
            return GatewayFault.Internal;
        }

        var isProxy = integration.Type is "AWS_PROXY";
        var (payload, fault) = isProxy ? (await EventAsync(exchange), null) : await RequestTemplate.ApplyAsync(exchange, integration);
        if (fault is not null)
        {
            return fault;
        }

        var answer = await lambdas.InvokeAsync(arn, payload, TimeSpan.FromMilliseconds(integration.TimeoutInMillis), exchange.Http.RequestAborted);
        switch (answer)
        {
            case LambdaAnswer.Unknown:
                LogUnmapped(arn);
                return GatewayFault.Internal;
            case LambdaAnswer.TimedOut:
                return GatewayFault.Timeout;
            case LambdaAnswer.Unreachable(var why):
                LogUnreachable(arn, why);
                return isProxy ? GatewayFault.MalformedAnswer : GatewayFault.Internal;
        }

        exchange.IntegrationStatus = StatusCodes.Status200OK;
        return isProxy ? await PassAsync(exchange, answer, arn) : await MapAsync(exchange, integration, answer);
    }

    private static async Task<byte[]> EventAsync(Exchange exchange)
    {
        var body = await exchange.BodyAsync(exchange.Http.RequestAborted);
        var isBinary = MediaTypes.IsBinary(exchange.Snapshot.Api.BinaryMediaTypes, exchange.Http.Request.ContentType);
        return Encoding.UTF8.GetBytes(RestEvent.OfCall(exchange, body, isBinary).ToJsonString());
    }

    private async Task<GatewayFault?> PassAsync(Exchange exchange, LambdaAnswer answer, string arn)
    {
        if (answer is not LambdaAnswer.Returned(var payload) || ProxyAnswer.Of(payload) is not { } passed)
        {
            LogMalformed(arn);
            return GatewayFault.MalformedAnswer;
        }

        var http = exchange.Http.Response;
        http.StatusCode = passed.Status;
        http.ContentType = "application/json";
        foreach (var group in passed.Headers.GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase).Where(group => SafeHeaders.IsName(group.Key)))
        {
            http.Headers[SafeHeaders.Name(group.Key)] = group.Select(header => SafeHeaders.Value(header.Value)).ToArray();
        }

        StandardHeaders.Write(exchange);
        var decodes = passed.IsBinary && MediaTypes.IsBinary(exchange.Snapshot.Api.BinaryMediaTypes, MediaTypes.Wanted(exchange.Http.Request) ?? http.ContentType);
        await IntegrationAnswer.SendAsync(exchange, decodes ? ContentHandling.Decoded(passed.Body) ?? passed.Body : passed.Body);
        return null;
    }

    /// <summary>The response whose pattern is the error's message; the default one for what did not fail.</summary>
    private static Task<GatewayFault?> MapAsync(Exchange exchange, Integration integration, LambdaAnswer answer)
    {
        var (payload, status) = answer switch
        {
            LambdaAnswer.Threw(var error, var message) => (error, message),
            LambdaAnswer.Returned(var result) => (result, ""),
            _ => ([], ""),
        };
        exchange.Received(payload);
        return IntegrationAnswer.Select(integration, status) is { } response
            ? IntegrationAnswer.WriteAsync(exchange, response, _ => null, payload, "application/json")
            : Task.FromResult<GatewayFault?>(GatewayFault.Configuration);
    }

    [LoggerMessage(EventId = 9201, Level = LogLevel.Warning, Message = "Nothing stands for {Arn}: name a URL for it with --lambda")]
    private partial void LogUnmapped(string arn);

    [LoggerMessage(EventId = 9203, Level = LogLevel.Warning, Message = "What stands for {Arn} does not answer as a function: {Why}")]
    private partial void LogUnreachable(string arn, string why);

    [LoggerMessage(EventId = 9204, Level = LogLevel.Warning, Message = "{Arn} failed, or its answer has not the form that a proxy integration wants: statusCode, headers, multiValueHeaders, body, isBase64Encoded")]
    private partial void LogMalformed(string arn);
}
