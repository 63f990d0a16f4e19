using System.Globalization;
using System.Net.Http.Headers;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.State;
using Yarp.ReverseProxy.Forwarder;

namespace Portal.Sandbox.Execution;

/// <summary>What YARP sends to a backend and makes of its answer: a proxy passes nearly everything, the other kind only what is mapped.</summary>
internal sealed class BackendTransformer(Exchange exchange, Integration integration, Uri address) : HttpTransformer
{
    private const string HeaderPrefix = "integration.request.header.";

    private readonly bool _isProxy = integration.Type is "HTTP_PROXY";

    /// <summary>Why the backend's answer could not be mapped.</summary>
    public GatewayFault? Fault { get; private set; }

    public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        if (_isProxy)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            proxyRequest.Headers.Remove("x-api-key");
            Append(proxyRequest.Headers, "X-Forwarded-For", httpContext.Connection.RemoteIpAddress?.ToString());
            proxyRequest.Headers.TryAddWithoutValidation("X-Forwarded-Proto", httpContext.Request.Scheme);
        }
        else
        {
            proxyRequest.Headers.TryAddWithoutValidation("Accept", "application/json");
            proxyRequest.Headers.TryAddWithoutValidation("User-Agent", $"AmazonAPIGateway_{exchange.Address.ApiId}");
            proxyRequest.Content?.Headers.TryAddWithoutValidation("Content-Type", httpContext.Request.ContentType ?? "application/json");
            if (httpContext.Request.ContentLength is { } length)
            {
                proxyRequest.Content?.Headers.ContentLength = length;
            }
        }

        proxyRequest.RequestUri = address;
        proxyRequest.Headers.Host = null;
        proxyRequest.Headers.TryAddWithoutValidation("x-amzn-apigateway-api-id", exchange.Address.ApiId);
        Put(proxyRequest.Headers, TraceId.Header, exchange.Trace);
        proxyRequest.Method = HttpMethod.Parse(integration.HttpMethod is null or "ANY" ? httpContext.Request.Method : integration.HttpMethod);
        foreach (var (name, source) in integration.RequestParameters ?? Map<string>.Empty)
        {
            if (name.StartsWith(HeaderPrefix, StringComparison.Ordinal) && Mapping.Value(exchange, source) is { } value)
            {
                Set(proxyRequest, name[HeaderPrefix.Length..], SafeHeaders.Value(value));
            }
        }

        foreach (var (name, value) in exchange.OverridesOf("requestOverride.header"))
        {
            Set(proxyRequest, name, SafeHeaders.Value(value));
        }
    }

    public override async ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        if (proxyResponse is null)
        {
            return false;
        }

        exchange.IntegrationStatus = (int)proxyResponse.StatusCode;
        if (_isProxy)
        {
            var copied = await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
            SafeHeaders.Remap(httpContext.Response, proxyResponse.Headers);
            StandardHeaders.Write(exchange);
            return copied;
        }

        var status = ((int)proxyResponse.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (IntegrationAnswer.Select(integration, status) is not { } response)
        {
            Fault = GatewayFault.Configuration;
            return false;
        }

        var body = await proxyResponse.Content.ReadAsByteArrayAsync(cancellationToken);
        httpContext.Response.Clear();
        Fault = await IntegrationAnswer.WriteAsync(exchange, response, name => Header(proxyResponse, name), body, proxyResponse.Content.Headers.ContentType?.ToString());
        return false;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(",", values) : null;

    private static void Set(HttpRequestMessage request, string name, string value)
    {
        if (name.Equals("Host", StringComparison.OrdinalIgnoreCase))
        {
            request.Headers.Host = value;
            return;
        }

        request.Headers.Remove(name);
        if (!request.Headers.TryAddWithoutValidation(name, value) && request.Content is { } content)
        {
            content.Headers.Remove(name);
            content.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static void Put(HttpRequestHeaders headers, string name, string value)
    {
        if (!headers.NonValidated.Contains(name))
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }

    private static void Append(HttpRequestHeaders headers, string name, string? value)
    {
        if (headers.TryGetValues(name, out var values))
        {
            value = $"{string.Join(", ", values)}, {value}";
            headers.Remove(name);
        }

        headers.TryAddWithoutValidation(name, value);
    }
}
