using System.Globalization;
using Portal.Sandbox.ApiGateway.GatewayResponses;
using Portal.Sandbox.Execution.Templates;

namespace Portal.Sandbox.Execution;

/// <summary>Writes the gateway response of a fault, customised or not.</summary>
internal static class GatewayResponder
{
    private const string HeaderPrefix = "gatewayresponse.header.";

    public static async Task WriteAsync(Exchange exchange, GatewayFault fault)
    {
        exchange.Fault = fault;
        var response = GatewayResponseTypes.Of(exchange.Snapshot.Definition.GatewayResponses, fault.Type);
        var http = exchange.Http.Response;
        http.Clear();
        StandardHeaders.Write(exchange);
        http.Headers["x-amzn-ErrorType"] = fault.ErrorType;
        http.StatusCode = int.TryParse(response.StatusCode, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : fault.Status;
        foreach (var (name, source) in response.ResponseParameters)
        {
            if (name.StartsWith(HeaderPrefix, StringComparison.Ordinal) && Mapping.Value(exchange, source) is { } value)
            {
                SafeHeaders.Put(http, name[HeaderPrefix.Length..], value);
            }
        }

        if (IsDefault(response) && fault.Type is "ACCESS_DENIED")
        {
            // Alone of all, this one begins with a capital letter.
            http.ContentType = "application/json";
            await http.WriteAsync($$"""{"Message":{{exchange.Context("error.messageString")}}}""", exchange.Http.RequestAborted);
            return;
        }

        if (MediaTypes.Pick(response.ResponseTemplates, exchange.Http.Request.Headers.Accept) is not var (type, template))
        {
            return;
        }

        http.ContentType = type;
        // Gateway responses know references only, no directives.
        await http.WriteAsync(Template.References(template, exchange), exchange.Http.RequestAborted);
    }

    private static bool IsDefault(GatewayResponse response) =>
        response.DefaultResponse && response.ResponseTemplates.Values.All(template => template == GatewayResponseTypes.DefaultTemplate);
}
