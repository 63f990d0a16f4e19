using System.Net;
using Portal.Sandbox.ApiGateway.Methods;
using Yarp.ReverseProxy.Forwarder;

namespace Portal.Sandbox.Execution;

/// <summary>HTTP and HTTP_PROXY integrations, forwarded by YARP. A private integration is called as plain HTTP.</summary>
internal sealed class HttpIntegration(IHttpForwarder forwarder) : IDisposable
{
    // Limits nothing by itself: the integration's own timeout does, over the whole answer.
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromMinutes(5) };

    private readonly HttpMessageInvoker _client = new(Handler(checksCertificates: true));
    private readonly HttpMessageInvoker _trusting = new(Handler(checksCertificates: false));

    public async Task<GatewayFault?> AnswerAsync(Exchange exchange, Integration integration)
    {
        var request = exchange.Http.Request;
        var isProxy = integration.Type is "HTTP_PROXY";
        if (isProxy && integration.RequestParameters?.Values.Any(source => source.StartsWith("method.request.body", StringComparison.Ordinal)) is true)
        {
            Replace(request, await exchange.BodyAsync(exchange.Http.RequestAborted));
        }
        else if (!isProxy)
        {
            var (body, fault) = await RequestTemplate.ApplyAsync(exchange, integration);
            if (fault is not null)
            {
                return fault;
            }

            Replace(request, body);
        }

        if (BackendAddress.Of(exchange, integration) is not { } address)
        {
            return GatewayFault.Configuration;
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(exchange.Http.RequestAborted);
        timeout.CancelAfter(integration.TimeoutInMillis);
        BackendTransformer transformer = new(exchange, integration, address);
        var client = integration.TlsConfig is { InsecureSkipVerification: true } ? _trusting : _client;
        var error = await forwarder.SendAsync(exchange.Http, address.GetLeftPart(UriPartial.Authority), client, Config, transformer, timeout.Token);
        if (transformer.Fault is not null)
        {
            return transformer.Fault;
        }

        if (error is ForwarderError.None || exchange.Http.Response.HasStarted || exchange.Http.RequestAborted.IsCancellationRequested)
        {
            return null;
        }

        return timeout.IsCancellationRequested ? GatewayFault.Timeout : GatewayFault.Unreachable;
    }

    public void Dispose()
    {
        _client.Dispose();
        _trusting.Dispose();
    }

    private static void Replace(HttpRequest request, byte[] body)
    {
        request.Body = new MemoryStream(body);
        request.Headers.TransferEncoding = default;
        request.ContentLength = body.Length;
    }

    private static SocketsHttpHandler Handler(bool checksCertificates)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = TimeSpan.FromSeconds(15),
        };
        if (!checksCertificates)
        {
#pragma warning disable CA5359 // The integration asks for it: tlsConfig.insecureSkipVerification.
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        return handler;
    }
}
