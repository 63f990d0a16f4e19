using System.Globalization;
using Portal.Sandbox.Execution;

namespace Portal.Sandbox.Traffic;

/// <summary>A call that nobody made, with what the access log may say of it.</summary>
internal sealed record MadeCall
{
    public required CalledStage Stage { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>Null where no route was found.</summary>
    public required CalledRoute? Route { get; init; }

    public required string Path { get; init; }

    public required int Status { get; init; }

    /// <summary>Null where it came without a key that is known.</summary>
    public Consumer? Consumer { get; init; }

    public GatewayFault? Fault { get; init; }

    public required long Latency { get; init; }

    /// <summary>Null where the integration was not asked.</summary>
    public long? IntegrationLatency { get; init; }

    public required long Length { get; init; }

    public bool IsCanary { get; init; }

    public required int Caller { get; init; }

    public required byte[] RequestId { get; init; }

    public string? Value(string name) => name switch
    {
        "requestId" => new Guid(RequestId.AsSpan(0, 16)).ToString(),
        "extendedRequestId" => $"{Convert.ToBase64String(RequestId, 6, 10).TrimEnd('=')}=",
        "requestTime" => Time.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture),
        "requestTimeEpoch" => Text(Time.ToUnixTimeMilliseconds()),
        "accountId" => Stage.Region.Account,
        "apiId" => Stage.Entry.Id,
        "stage" => Stage.Stage.StageName,
        "deploymentId" => IsCanary ? Stage.Stage.CanarySettings!.DeploymentId : Stage.Stage.DeploymentId,
        "isCanaryRequest" => IsCanary ? "true" : "false",
        "httpMethod" => Route?.Verb ?? "GET",
        "resourceId" => Route?.Resource.Id,
        "resourcePath" => Route?.Resource.Path,
        "path" => $"/{Stage.Stage.StageName}{Path}",
        "protocol" => "HTTP/1.1",
        "domainName" => $"{Stage.Entry.Id}.execute-api.localhost",
        "domainPrefix" => Stage.Entry.Id,
        "endpointType" => Stage.Entry.Api.EndpointConfiguration.Types is [var type, ..] ? type : null,
        "status" => Text(Status),
        "responseLatency" => Text(Latency),
        "responseLength" => Text(Length),
        "integrationLatency" or "integration.latency" => Text(IntegrationLatency),
        "integrationStatus" or "integration.status" => IntegrationLatency is not null && Fault is null ? Text(Status) : null,
        "integrationErrorMessage" or "integration.error" => Fault == GatewayFault.Timeout ? Fault.Message : null,
        "identity.apiKeyId" => Consumer?.Key.Id,
        "identity.apiKey" => Consumer?.Key.Value,
        // Addresses for examples, which nobody has.
        "identity.sourceIp" => $"198.51.100.{1 + (Caller % 250)}",
        "identity.userAgent" => $"consumer/{1 + (Caller % 9)}.0",
        "error.message" => Fault?.Message,
        "error.messageString" => Fault is null ? null : $"\"{Fault.Message}\"",
        "error.responseType" => Fault?.Type,
        _ => null,
    };

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
