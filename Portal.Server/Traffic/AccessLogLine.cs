using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Server.Gateway;

namespace Portal.Server.Traffic;

/// <summary>
/// A call, as a stage writes it down. The stage itself stands in its format by the portal's id, so that nobody has to look up whose a line is. Of the caller there is the
/// id of the key, never its value, and no address.
/// </summary>
internal sealed record AccessLogLine
{
    private const string None = "-";

    /// <summary>Of the events of a WebSocket API the one that shows a key, and that is a call as others are.</summary>
    private const string Connected = "CONNECT";

    public required Guid Stage { get; init; }

    /// <summary>AWS's id of the API key; null where the call had none.</summary>
    public required string? Key { get; init; }

    public required int Status { get; init; }

    /// <summary>Milliseconds; null where a connection was refused, or opened, without asking an integration.</summary>
    public required int? Latency { get; init; }

    /// <summary>What a stage is told to write: one line, with a request's id, as AWS demands.</summary>
    /// <param name="stage">The portal's id.</param>
    /// <param name="api">Of what kind its API is: HTTP and WebSocket APIs have routes and no resources, where AWS would write a dash; of WebSocket APIs it knows events, and of these only what the integration took.</param>
    public static string FormatOf(Guid stage, Kind api) => api switch
    {
        Kind.WebSocketApi => OfEvents(stage),
        Kind.HttpApi => OfResources(stage).Replace("$context.resourcePath", "$context.routeKey", StringComparison.Ordinal),
        _ => OfResources(stage),
    };

    private static string OfEvents(Guid stage) =>
        "{" + $"\"stage\":\"{stage}\"," + """
        "request":"$context.requestId","time":"$context.requestTimeEpoch","event":"$context.eventType","connection":"$context.connectionId","key":"$context.identity.apiKeyId","resource":"$context.routeKey","status":"$context.status","latency":"$context.integrationLatency","error":"$context.error.responseType"}
        """;

    private static string OfResources(Guid stage) =>
        "{" + $"\"stage\":\"{stage}\"," + """
        "request":"$context.requestId","time":"$context.requestTimeEpoch","key":"$context.identity.apiKeyId","method":"$context.httpMethod","resource":"$context.resourcePath","status":"$context.status","length":"$context.responseLength","latency":"$context.responseLatency","integrationLatency":"$context.integrationLatency","error":"$context.error.responseType","deployment":"$context.deploymentId"}
        """;

    /// <summary>Null where it is not one of ours, was cut, or tells of a message or the end of a connection: who connected is counted, and messages show no key.</summary>
    public static AccessLogLine? Of(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, AccessLogJson.Default.Written) is { } written
                && Guid.TryParse(written.Stage, out var stage)
                && int.TryParse(written.Status, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
                && written.Event is null or Connected
                && LatencyOf(written) is var latency
                && (latency is not null || written is { Event: Connected, Latency: None })
                ? new AccessLogLine { Stage = stage, Key = written.Key is null or "" or None ? null : written.Key, Status = status, Latency = latency }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int? LatencyOf(Written written) => int.TryParse(written.Latency, NumberStyles.None, CultureInfo.InvariantCulture, out var latency) ? latency : null;

    internal sealed record Written(string? Stage, string? Event, string? Key, string? Status, string? Latency);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AccessLogLine.Written))]
internal sealed partial class AccessLogJson : JsonSerializerContext;
