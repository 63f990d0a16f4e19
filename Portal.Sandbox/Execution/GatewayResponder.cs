using System.Globalization;
using Portal.Sandbox.ApiGateway.GatewayResponses;

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
        http.StatusCode = int.TryParse(response.StatusCode, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : StatusCodes.Status500InternalServerError;
        foreach (var (name, source) in response.ResponseParameters)
        {
            if (name.StartsWith(HeaderPrefix, StringComparison.Ordinal) && Mapping.Value(exchange, source) is { } value)
            {
                http.Headers[name[HeaderPrefix.Length..]] = Mapping.HeaderSafe(value);
            }
        }

        if (MediaTypes.Pick(response.ResponseTemplates, exchange.Http.Request.Headers.Accept) is not var (type, template))
        {
            return;
        }

        http.ContentType = type;
        // Gateway responses know references only, no directives.
        await http.WriteAsync(Template.References(template, exchange), exchange.Http.RequestAborted);
    }
}
