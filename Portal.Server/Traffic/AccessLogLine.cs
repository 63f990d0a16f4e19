using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Server.Traffic;

/// <summary>
/// A call, as a stage writes it down. The stage itself stands in its format by the portal's id, so that nobody has to look up whose a line is. Of the caller there is the
/// id of the key, never its value, and no address.
/// </summary>
internal sealed record AccessLogLine
{
    private const string None = "-";

    public required Guid Stage { get; init; }

    /// <summary>AWS's id of the API key; null where the call had none.</summary>
    public required string? Key { get; init; }

    public required int Status { get; init; }

    /// <summary>Milliseconds.</summary>
    public required int Latency { get; init; }

    /// <summary>What a stage is told to write: one line, with a request's id, as AWS demands.</summary>
    /// <param name="stage">The portal's id.</param>
    /// <param name="byRoute">Whether calls go by routes, as those of HTTP and WebSocket APIs, which have no resources: there AWS knows no path of one, and would write a dash.</param>
    public static string FormatOf(Guid stage, bool byRoute) => byRoute ? OfResources(stage).Replace("$context.resourcePath", "$context.routeKey", StringComparison.Ordinal) : OfResources(stage);

    private static string OfResources(Guid stage) =>
        "{" + $"\"stage\":\"{stage}\"," + """
        "request":"$context.requestId","time":"$context.requestTimeEpoch","key":"$context.identity.apiKeyId","method":"$context.httpMethod","resource":"$context.resourcePath","status":"$context.status","length":"$context.responseLength","latency":"$context.responseLatency","integrationLatency":"$context.integrationLatency","error":"$context.error.responseType","deployment":"$context.deploymentId"}
        """;

    /// <summary>Null where it is not one of ours, or was cut.</summary>
    public static AccessLogLine? Of(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, AccessLogJson.Default.Written) is { } written
                && Guid.TryParse(written.Stage, out var stage)
                && int.TryParse(written.Status, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
                && int.TryParse(written.Latency, NumberStyles.None, CultureInfo.InvariantCulture, out var latency)
                ? new AccessLogLine { Stage = stage, Key = written.Key is null or "" or None ? null : written.Key, Status = status, Latency = latency }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal sealed record Written(string? Stage, string? Key, string? Status, string? Latency);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AccessLogLine.Written))]
internal sealed partial class AccessLogJson : JsonSerializerContext;
