using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Portal.Sandbox.ApiGateway.ClientCertificates;
using Yarp.ReverseProxy.Forwarder;

namespace Portal.Sandbox.Execution;

/// <summary>Sends calls on to backends by YARP, and knows whether one was too slow or not there.</summary>
internal sealed class Backends(IHttpForwarder forwarder) : IDisposable
{
    // Limits nothing by itself: the integration's own timeout does, over the whole answer.
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromMinutes(5) };

    // The transformers name the address; YARP asks for a prefix all the same.
    private const string Anywhere = "http://localhost";
    private const int MostIdle = 128;

    private readonly ConcurrentQueue<CancellationTokenSource> _timeouts = new();
    private readonly HttpMessageInvoker _client = new(Handler(checksCertificates: true));
    private readonly ConcurrentDictionary<(string Id, bool Checks), HttpMessageInvoker> _showing = new();
    private readonly HttpMessageInvoker _trusting = new(Handler(checksCertificates: false));

    internal enum Outcome
    {
        /// <summary>It answered, or there is nobody left to tell.</summary>
        Answered,
        TimedOut,
        Unreachable,
    }

    /// <summary>Where it goes, the transformer says.</summary>
    /// <param name="context">The call that is sent on.</param>
    /// <param name="transformer">What is sent, and what becomes of the answer.</param>
    /// <param name="patience">How long the whole answer may take.</param>
    /// <param name="checksCertificates">Whether the backend's certificate must be good.</param>
    /// <param name="shown">What the backend knows the API by; null for none.</param>
    public async Task<Outcome> SendAsync(HttpContext context, HttpTransformer transformer, TimeSpan patience, bool checksCertificates, ClientCertificateEntry? shown = null)
    {
        var timeout = _timeouts.TryDequeue(out var idle) ? idle : new();
        try
        {
            timeout.CancelAfter(patience);
            // That the caller may leave, YARP knows by itself.
            var error = await forwarder.SendAsync(context, Anywhere, shown is not null ? Showing(shown, checksCertificates) : checksCertificates ? _client : _trusting, Config, transformer, timeout.Token);
            if (error is ForwarderError.None || context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
            {
                return Outcome.Answered;
            }

            return timeout.IsCancellationRequested ? Outcome.TimedOut : Outcome.Unreachable;
        }
        finally
        {
            if (_timeouts.Count < MostIdle && timeout.TryReset())
            {
                _timeouts.Enqueue(timeout);
            }
            else
            {
                timeout.Dispose();
            }
        }
    }

    /// <summary>Sends what is no call of somebody else; null if nothing comes back in time.</summary>
    public async Task<(int Status, byte[] Body)?> CallAsync(HttpRequestMessage request, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(patience);
        try
        {
            using var response = await _client.SendAsync(request, timeout.Token);
            return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(timeout.Token));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>A body that goes on in place of the caller's.</summary>
    public static void Replace(HttpRequest request, byte[] body)
    {
        request.Body = new MemoryStream(body);
        request.Headers.TransferEncoding = default;
        request.ContentLength = body.Length;
    }

    public void Dispose()
    {
        while (_timeouts.TryDequeue(out var timeout))
        {
            timeout.Dispose();
        }

        _client.Dispose();
        _trusting.Dispose();
        foreach (var (_, client) in _showing)
        {
            client.Dispose();
        }
    }

    private HttpMessageInvoker Showing(ClientCertificateEntry shown, bool checksCertificates) => _showing.GetOrAdd((shown.Id, checksCertificates), static (key, shown) =>
    {
        var handler = Handler(key.Checks);
        using var read = X509Certificate2.CreateFromPem(shown.Certificate.PemEncodedCertificate, shown.PrivateKeyPem);
        // Windows cannot sign with a key that was never kept.
        var own = X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
        handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(own, null, offline: true);
        return new HttpMessageInvoker(handler);
    }, shown);

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
