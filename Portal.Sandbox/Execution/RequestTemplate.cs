using System.Text;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.Execution.Templates;

namespace Portal.Sandbox.Execution;

/// <summary>What an integration that is no proxy is sent: the template for the request's content type, or the body as it came, if that may pass.</summary>
internal static class RequestTemplate
{
    public static async Task<(byte[] Body, GatewayFault? Fault)> ApplyAsync(Exchange exchange, Integration integration)
    {
        var sent = await exchange.BodyAsync(exchange.Http.RequestAborted);
        var isBinary = MediaTypes.IsBinary(exchange.Snapshot.Api.BinaryMediaTypes, exchange.Http.Request.ContentType);
        if (ContentHandling.Convert(integration.ContentHandling, sent, isBinary) is not { } body)
        {
            return ([], GatewayFault.Configuration);
        }

        exchange.Received(body);
        var templates = integration.RequestTemplates;
        if (templates is not null && templates.TryGetValue(MediaTypes.Plain(exchange.Http.Request.ContentType), out var template))
        {
            return Template.Render(template, exchange) is { } text
                ? (Encoding.UTF8.GetBytes(text), null)
                : ([], GatewayFault.Configuration);
        }

        var passes = integration.PassthroughBehavior switch
        {
            "NEVER" => false,
            "WHEN_NO_TEMPLATES" => templates is not { Count: > 0 },
            _ => true,
        };
        return passes ? (body, null) : ([], GatewayFault.UnsupportedMediaType);
    }
}
