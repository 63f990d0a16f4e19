using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Portal.Sandbox.ApiGatewayV2.Integrations;
using Portal.Sandbox.ApiGatewayV2.Responses;
using Portal.Sandbox.Execution.Lambdas;
using Portal.Sandbox.Execution.Templates;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>What an integration made of an event: a status for the handshake, a body for who waits for an answer.</summary>
internal sealed record SocketAnswer(int Status, byte[] Body, bool IsBinary = false)
{
    public static SocketAnswer Failed { get; } = new(StatusCodes.Status500InternalServerError, []);

    public bool IsGood => Status is >= 200 and < 300;
}

/// <summary>Calls what stands behind a route of a WebSocket API: nobody (MOCK), a URL or a function.</summary>
internal sealed partial class SocketIntegrations(Backends backends, LambdaCalls lambdas, TimeProvider time, ILogger logger)
{
    private const string Default = "$default";
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(200);

    public async Task<SocketAnswer> AnswerAsync(SocketExchange exchange, CancellationToken cancellationToken)
    {
        var definition = exchange.Stage.Definition;
        if (exchange.Route?.Target is not { } target || definition.Integrations.Find(target["integrations/".Length..]) is not { } integration)
        {
            exchange.Error = "No integration stands behind the route";
            return SocketAnswer.Failed;
        }

        var asked = time.GetTimestamp();
        var answer = integration.IntegrationType switch
        {
            "MOCK" => Mock(exchange, integration),
            "HTTP" or "HTTP_PROXY" => await HttpAsync(exchange, integration, cancellationToken),
            _ => await FunctionAsync(exchange, integration, cancellationToken),
        };
        // The service measures no latency of mocks.
        exchange.IntegrationLatency = integration.IntegrationType is "MOCK" ? null : time.GetElapsedTime(asked);
        exchange.IntegrationStatus = answer.Status;
        return integration.IntegrationType is "HTTP_PROXY" or "AWS_PROXY" ? answer : Mapped(exchange, integration, answer);
    }

    private static SocketAnswer Mock(SocketExchange exchange, Integration integration)
    {
        if (Requested(exchange, integration) is not { } request)
        {
            return SocketAnswer.Failed;
        }

        try
        {
            using var document = JsonDocument.Parse(request);
            return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("statusCode", out var status) && int.TryParse(status.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                ? new(code, exchange.Body)
                : SocketAnswer.Failed;
        }
        catch (JsonException)
        {
            return SocketAnswer.Failed;
        }
    }

    private async Task<SocketAnswer> HttpAsync(SocketExchange exchange, Integration integration, CancellationToken cancellationToken)
    {
        var isProxy = integration.IntegrationType is "HTTP_PROXY";
        var body = isProxy ? exchange.Body : Requested(exchange, integration);
        var uri = StageVariables.Into(integration.IntegrationUri, exchange.Stage.Stage.StageVariables.Find);
        if (body is null || !Uri.TryCreate(uri, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return SocketAnswer.Failed;
        }

        var query = Mappings(exchange, integration, "integration.request.querystring.").Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}").ToArray();
        using HttpRequestMessage request = new(new HttpMethod(integration.IntegrationMethod is null or "ANY" ? "POST" : integration.IntegrationMethod), query is [] ? address : new UriBuilder(address) { Query = string.Join('&', query) }.Uri);
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new(exchange.IsBinary ? "application/octet-stream" : "application/json") } };
        }

        foreach (var (name, value) in Mappings(exchange, integration, "integration.request.header."))
        {
            request.Headers.TryAddWithoutValidation(name, SafeHeaders.Value(value));
        }

        return await backends.CallAsync(request, TimeSpan.FromMilliseconds(integration.TimeoutInMillis ?? Integration.LongestWebSocket), cancellationToken) is var (status, content) ? new(status, content) : SocketAnswer.Failed;
    }

    private async Task<SocketAnswer> FunctionAsync(SocketExchange exchange, Integration integration, CancellationToken cancellationToken)
    {
        var isProxy = integration.IntegrationType is "AWS_PROXY";
        var uri = StageVariables.Into(integration.IntegrationUri, exchange.Stage.Stage.StageVariables.Find);
        var arn = uri.StartsWith("arn:aws:lambda:", StringComparison.Ordinal) ? uri : LambdaCalls.FunctionOf(uri);
        var payload = isProxy ? Encoding.UTF8.GetBytes(SocketEvent.Of(exchange).ToJsonString()) : Requested(exchange, integration);
        if (arn is null || payload is null)
        {
            LogUnserved(uri);
            return SocketAnswer.Failed;
        }

        var answer = await lambdas.InvokeAsync(arn, payload, TimeSpan.FromMilliseconds(integration.TimeoutInMillis ?? Integration.LongestWebSocket), cancellationToken);
        switch (answer)
        {
            case LambdaAnswer.Returned(var result) when !isProxy:
                return new(StatusCodes.Status200OK, result);
            case LambdaAnswer.Returned(var result) when Said(result) is { } said:
                return said;
            case LambdaAnswer.Unknown:
                LogUnserved(arn);
                return SocketAnswer.Failed;
            default:
                return new(StatusCodes.Status502BadGateway, []);
        }
    }

    /// <summary>A function may answer nothing, which is fine; else its answer has a status.</summary>
    private static SocketAnswer? Said(byte[] result)
    {
        if (result.Length is 0 || Encoding.UTF8.GetString(result) is "null")
        {
            return new(StatusCodes.Status200OK, []);
        }

        return ProxyAnswer.Of(result) is { } answer ? new(answer.Status, answer.IsBinary ? ContentHandling.Decoded(answer.Body) ?? answer.Body : answer.Body, answer.IsBinary) : null;
    }

    /// <summary>What an integration that is no proxy is sent: its default template, else the message itself.</summary>
    private static byte[]? Requested(SocketExchange exchange, Integration integration)
    {
        var key = integration.TemplateSelectionExpression is { } expression ? RouteSelection.Key(expression.Replace("\\", "", StringComparison.Ordinal), exchange.BodyText) : null;
        if ((key is null ? null : integration.RequestTemplates.Find(key)) is not { } template && (template = integration.RequestTemplates.Find(Default) ?? integration.RequestTemplates.Find("application/json")) is null)
        {
            return integration.PassthroughBehavior is "NEVER" ? null : exchange.Body;
        }

        return Template.Render(template, exchange) is { } text ? Encoding.UTF8.GetBytes(text) : null;
    }

    private static SocketAnswer Mapped(SocketExchange exchange, Integration integration, SocketAnswer answer)
    {
        var responses = exchange.Stage.Definition.IntegrationResponses.Find(integration.IntegrationId)?.Values ?? [];
        var status = answer.Status.ToString(CultureInfo.InvariantCulture);
        var response = responses.FirstOrDefault(one => Fits(one, status)) ?? responses.FirstOrDefault(one => one.IntegrationResponseKey is Default);
        return response?.ContentHandlingStrategy switch
        {
            null => response is null ? answer : Templated(exchange, response, answer, status),
            // A backend does not say it of its bytes: what is no text is binary.
            "CONVERT_TO_TEXT" => Templated(exchange, response, answer with { Body = ContentHandling.Convert("CONVERT_TO_TEXT", answer.Body, !Utf8.IsValid(answer.Body))! }, status),
            _ => Templated(exchange, response, answer, status) is var mapped && ContentHandling.Decoded(mapped.Body) is { } bytes ? mapped with { Body = bytes, IsBinary = true } : SocketAnswer.Failed,
        };
    }

    private static SocketAnswer Templated(SocketExchange exchange, IntegrationResponse response, SocketAnswer answer, string status)
    {
        if (response.ResponseTemplates is not { Count: > 0 } templates)
        {
            return answer;
        }

        exchange.Body = answer.Body;
        var key = response.TemplateSelectionExpression is { } expression ? RouteSelection.Key(expression.Replace("\\", "", StringComparison.Ordinal), exchange.BodyText) : null;
        var template = (key is null ? null : templates.Find(key)) ?? templates.Find(status) ?? templates.Find(Default) ?? templates.Values.First();
        return Template.Render(template, exchange) is { } text ? answer with { Body = Encoding.UTF8.GetBytes(text) } : SocketAnswer.Failed;
    }

    // A key in slashes is a pattern of statuses.
    private static bool Fits(IntegrationResponse response, string status) => response.IntegrationResponseKey switch
    {
        ['/', .. var pattern, '/'] => Regex.IsMatch(status, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, LongestMatch),
        var key => key == status,
    };

    private static IEnumerable<(string Name, string Value)> Mappings(SocketExchange exchange, Integration integration, string prefix) =>
        from mapping in integration.RequestParameters ?? Map<string>.Empty
        where mapping.Key.StartsWith(prefix, StringComparison.Ordinal)
        let value = exchange.Mapped(mapping.Value)
        where value is not null
        select (mapping.Key[prefix.Length..], value);

    [LoggerMessage(EventId = 9221, Level = LogLevel.Warning, Message = "Nothing stands for {Target}, or its template cannot be read: name a URL for a function with --lambda")]
    private partial void LogUnserved(string target);
}
