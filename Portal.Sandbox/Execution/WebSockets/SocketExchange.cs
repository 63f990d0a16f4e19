using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Sandbox.Execution.Authorizers;
using Portal.Sandbox.Execution.Templates;
using Portal.Sandbox.State;
using Route = Portal.Sandbox.ApiGatewayV2.Routes.Route;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>One event of a connection: that it is opened, a message, or that it is closed. Templates, mappings and logs look into it.</summary>
internal sealed class SocketExchange : ITemplateSource
{
    public required SocketStage Stage { get; init; }

    /// <summary>The call that opened the connection.</summary>
    public required HttpContext Http { get; init; }

    public required string ConnectionId { get; init; }

    /// <summary>CONNECT, MESSAGE or DISCONNECT.</summary>
    public required string EventType { get; init; }

    public required string RouteKey { get; init; }

    public required Route? Route { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required DateTimeOffset ConnectedAt { get; init; }

    public byte[] Body { get; set; } = [];

    public bool IsBinary { get; set; }

    public Caller? Caller { get; set; }

    /// <summary>The key that was connected with, where the route demands one and it is known.</summary>
    public string? ApiKeyId { get; set; }

    public int? Status { get; set; }

    public int? IntegrationStatus { get; set; }

    public TimeSpan? IntegrationLatency { get; set; }

    public string? Error { get; set; }

    /// <summary>Why it was closed, in DISCONNECT.</summary>
    public SocketClosing? Closing { get; set; }

    public string RequestId { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(11));

    public string? MessageId { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(11));

    public string BodyText => Encoding.UTF8.GetString(Body);

    public IReadOnlyDictionary<string, string> StageVariables => Stage.Stage.StageVariables;

    /// <summary>What happens next on the same connection, for who opened it.</summary>
    public SocketExchange Next(string eventType, string routeKey, Route? route, DateTimeOffset time) => new()
    {
        Stage = Stage,
        Http = Http,
        ConnectionId = ConnectionId,
        EventType = eventType,
        RouteKey = routeKey,
        Route = route,
        Time = time,
        ConnectedAt = ConnectedAt,
        Caller = Caller,
        ApiKeyId = ApiKeyId,
    };

    /// <summary>What the client gets that is refused, letter by letter as the service writes it.</summary>
    public string Refused(string text) => $$"""{"message": "{{text}}", "connectionId":"{{ConnectionId}}", "requestId":"{{RequestId}}"}""";

    public string? Context(string path) => path switch
    {
        "connectionId" => ConnectionId,
        "connectedAt" => ConnectedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        "eventType" => EventType,
        "messageDirection" => "IN",
        "messageId" => EventType is "MESSAGE" ? MessageId : null,
        "routeKey" => RouteKey,
        "requestId" or "extendedRequestId" => RequestId,
        "apiId" => Stage.ApiId,
        "accountId" => Stage.Region.Account,
        "stage" => Stage.Stage.StageName,
        "domainName" => Http.Request.Host.Host,
        "requestTime" => Time.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture),
        "requestTimeEpoch" => Time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        "status" => Status?.ToString(CultureInfo.InvariantCulture),
        "integrationStatus" or "integration.status" => IntegrationStatus?.ToString(CultureInfo.InvariantCulture),
        "integrationLatency" or "integration.latency" => IntegrationLatency is { } latency ? CallMeasures.Milliseconds(latency).ToString(CultureInfo.InvariantCulture) : null,
        "error.message" => Error,
        "error.messageString" => Error is null ? null : $"\"{Error}\"",
        "identity.apiKeyId" => ApiKeyId,
        "identity.sourceIp" => Http.Connection.RemoteIpAddress?.ToString(),
        "identity.userAgent" => Http.Request.Headers.UserAgent.ToString(),
        _ when path.StartsWith("authorizer.", StringComparison.Ordinal) => Caller?.Value(path["authorizer.".Length..]),
        _ => null,
    };

    public string? Parameter(string place, string name) => place switch
    {
        "querystring" => Http.Request.Query.TryGetValue(name, out var values) ? values[^1] : null,
        "header" => Http.Request.Headers.TryGetValue(name, out var values) ? values[^1] : null,
        _ => null,
    };

    public IReadOnlyDictionary<string, string> Parameters(string place) => place switch
    {
        "querystring" => Http.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value[^1] ?? ""),
        "header" => Http.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value[^1] ?? ""),
        _ => new Dictionary<string, string>(),
    };

    public void Override(string path, string value)
    {
        // There is nothing to override in an event of a connection.
    }

    /// <summary>The right-hand side of a mapping, or an identity source: <c>route.request.header.x</c>, <c>context.x</c>, <c>stageVariables.x</c>, <c>'static'</c>.</summary>
    public string? Mapped(string source) => source.Split('.', 4) switch
    {
        _ when source is ['\'', .. var text, '\''] => text,
        ["route" or "method", "request", "body"] => BodyText,
        ["route" or "method", "request", "body", var path] => JsonPath.Find(BodyText, $"$.{path}"),
        ["route" or "method", "request", var place, var name] => Parameter(place, name),
        ["context", ..] => Context(source["context.".Length..]),
        ["stageVariables", ..] => Stage.Stage.StageVariables.Find(source["stageVariables.".Length..]),
        _ => null,
    };
}
