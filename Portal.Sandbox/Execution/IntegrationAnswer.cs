using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.Execution.Templates;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution;

/// <summary>From what a backend (or a mock) said to what the caller gets, for integrations that are not proxies.</summary>
internal static class IntegrationAnswer
{
    private const string HeaderPrefix = "method.response.header.";
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    /// <summary>The response whose pattern is the whole status, else the one without a pattern.</summary>
    public static IntegrationResponse? Select(Integration integration, string status)
    {
        var responses = integration.IntegrationResponses?.Values ?? [];
        return responses.FirstOrDefault(response => response.SelectionPattern is { Length: > 0 } pattern && Regex.IsMatch(status, $@"\A(?:{pattern})\z", RegexOptions.None, LongestMatch))
            ?? responses.FirstOrDefault(response => string.IsNullOrEmpty(response.SelectionPattern));
    }

    /// <summary>Writes it; <paramref name="header"/> and <paramref name="body"/> are the backend's. Null, or why it cannot be written.</summary>
    public static async Task<GatewayFault?> WriteAsync(Exchange exchange, IntegrationResponse response, Func<string, string?> header, byte[] body, string? contentType)
    {
        var isBinary = MediaTypes.IsBinary(exchange.Snapshot.Api.BinaryMediaTypes, contentType);
        if (ContentHandling.Convert(response.ContentHandling, body, isBinary) is not { } converted)
        {
            return GatewayFault.Configuration;
        }

        var (type, content) = (contentType, converted);
        exchange.Received(converted);
        if (MediaTypes.Pick(response.ResponseTemplates, exchange.Http.Request.Headers.Accept) is var (mediaType, template))
        {
            if (Template.Render(template, exchange) is not { } text)
            {
                return GatewayFault.Configuration;
            }

            (type, content) = (mediaType, Encoding.UTF8.GetBytes(text));
        }

        var http = exchange.Http.Response;
        http.StatusCode = Status(exchange, response);
        StandardHeaders.Write(exchange);
        http.ContentType = type ?? "application/json";
        foreach (var (name, source) in response.ResponseParameters ?? Map<string>.Empty)
        {
            if (Source(exchange, source, header, body) is { } value)
            {
                SafeHeaders.Put(http, name[HeaderPrefix.Length..], value);
            }
        }

        foreach (var (name, value) in exchange.OverridesOf("responseOverride.header"))
        {
            SafeHeaders.Put(http, name, value);
        }

        await SendAsync(exchange, content);
        return null;
    }

    public static async Task SendAsync(Exchange exchange, byte[] content)
    {
        var http = exchange.Http.Response;
        if (MayHaveBody(exchange, http.StatusCode))
        {
            http.ContentLength = content.Length;
            await http.Body.WriteAsync(content, exchange.Http.RequestAborted);
        }
    }

    // A template's override goes before what the definition says.
    private static int Status(Exchange exchange, IntegrationResponse response) =>
        int.TryParse(exchange.Context("responseOverride.status"), NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 200 and <= 599
            ? status
            : int.Parse(response.StatusCode, CultureInfo.InvariantCulture);

    private static string? Source(Exchange exchange, string source, Func<string, string?> header, byte[] body) => source.Split('.', 4) switch
    {
        ["integration", "response", "header" or "multivalueheader", var name] => header(name),
        ["integration", "response", "body"] => Encoding.UTF8.GetString(body),
        ["integration", "response", "body", var path] => JsonPath.Find(Encoding.UTF8.GetString(body), $"$.{path}"),
        _ => Mapping.Value(exchange, source),
    };

    private static bool MayHaveBody(Exchange exchange, int status) =>
        status is >= 200 and not (204 or 205 or 304) && !HttpMethods.IsHead(exchange.Http.Request.Method);
}
