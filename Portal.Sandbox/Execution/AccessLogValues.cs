using System.Globalization;

namespace Portal.Sandbox.Execution;

/// <summary>What <c>$context</c> holds once a call has ended; the rest is as in mappings and templates.</summary>
internal static class AccessLogValues
{
    public static string? Of(Exchange exchange, int status, string name) => name switch
    {
        "status" => Text(status),
        "responseLatency" => Text(CallMeasures.Milliseconds(exchange.Latency)),
        "responseLength" => Text(exchange.ResponseLength?.Count),
        "integrationLatency" or "integration.latency" => Text(exchange.IntegrationLatency is { } latency ? CallMeasures.Milliseconds(latency) : null),
        "integrationStatus" or "integration.status" => Text(exchange.IntegrationStatus),
        "integrationErrorMessage" or "integration.error" => exchange.Fault is { Type: "INTEGRATION_TIMEOUT" or "INTEGRATION_FAILURE" } fault ? fault.Message : null,
        "endpointType" => exchange.Snapshot.Api.EndpointConfiguration.Types is [var type, ..] ? type : null,
        _ => exchange.Context(name),
    };

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
