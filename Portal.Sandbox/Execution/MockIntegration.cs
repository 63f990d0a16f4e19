using System.Globalization;
using System.Text.Json;
using Portal.Sandbox.ApiGateway.Methods;

namespace Portal.Sandbox.Execution;

/// <summary>No backend: the request template says <c>{"statusCode": 200}</c>, and the integration response of that status is the answer.</summary>
internal static class MockIntegration
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static async Task<GatewayFault?> AnswerAsync(Exchange exchange, Integration integration)
    {
        var (request, fault) = await RequestTemplate.ApplyAsync(exchange, integration);
        if (fault is not null)
        {
            return fault;
        }

        if (StatusOf(request) is not { } status || IntegrationAnswer.Select(integration, status) is not { } response)
        {
            return GatewayFault.Configuration;
        }

        exchange.IntegrationStatus = int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return await IntegrationAnswer.WriteAsync(exchange, response, _ => null, [], null);
    }

    private static string? StatusOf(byte[] request)
    {
        try
        {
            using var document = JsonDocument.Parse(request, Lenient);
            return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("statusCode", out var status)
                ? status.ValueKind is JsonValueKind.String ? status.GetString() : status.GetRawText()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
