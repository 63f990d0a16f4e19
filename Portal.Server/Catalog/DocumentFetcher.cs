using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Options;
using Portal.Server.Catalog.Documents;

namespace Portal.Server.Catalog;

/// <summary>
/// Fetches a document by the URL that somebody typed in. It goes to public addresses only, or to hosts that an administrator allows: the address is checked where the connection is made,
/// so that neither a redirect nor a second answer of DNS leads into the private network. It sends no credentials and takes no proxy's word for where it goes.
/// </summary>
internal sealed class DocumentFetcher : IDisposable
{
    private const int MaxRedirects = 5;

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CatalogOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    public DocumentFetcher(IOptions<CatalogOptions> options, TimeProvider time)
    {
        (_options, _time) = (options.Value, time);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            Credentials = null,
            ConnectCallback = ConnectAsync,
            // A connection serves one request, for which its address was checked.
            PooledConnectionLifetime = TimeSpan.Zero,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.Add("Accept", "application/yaml, application/json, text/yaml, */*;q=0.5");
        _http.DefaultRequestHeaders.Add("User-Agent", "Portal");
    }

    public async Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);

        try
        {
            return await FollowAsync(url, both.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new FetchOutcome.Refused($"The document did not arrive within {Patience.TotalSeconds:0} seconds.");
        }
        catch (HttpRequestException failed)
        {
            return new FetchOutcome.Refused(Words(failed));
        }
        catch (IOException broken)
        {
            return new FetchOutcome.Refused($"The connection broke off: {broken.Message}");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<FetchOutcome> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            if (Fault(address) is { } fault)
            {
                return new FetchOutcome.Refused(fault);
            }

            using var response = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

            if (response.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
                && response.Headers.Location is { } location)
            {
                address = new Uri(address, location);
                continue;
            }

            return response.IsSuccessStatusCode
                ? await ReadAsync(response, address, cancellationToken)
                : new FetchOutcome.Refused($"{address.Host} answered with {(int)response.StatusCode} {response.ReasonPhrase}.");
        }

        return new FetchOutcome.Refused($"The URL was redirected more than {MaxRedirects} times.");
    }

    private static string? Fault(Uri address) => address switch
    {
        { IsAbsoluteUri: false } => "This is no URL; one begins with https:// or http://.",
        { Scheme: not ("http" or "https") } => $"Documents are fetched by http and https, not by {address.Scheme}.",
        { UserInfo: not "" } => "A URL with a name or password in it is not fetched; upload the document instead.",
        _ => null,
    };

    private static async Task<FetchOutcome> ReadAsync(HttpResponseMessage response, Uri address, CancellationToken cancellationToken)
    {
        var tooLarge = new FetchOutcome.Refused("The document is larger than 6 MB, which is more than API Gateway takes.");

        if (response.Content.Headers.ContentLength > SourceDocument.MaxBytes)
        {
            return tooLarge;
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];

        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (content.Length + count > SourceDocument.MaxBytes)
            {
                return tooLarge;
            }

            content.Write(buffer, 0, count);
        }

        return new FetchOutcome.Fetched(content.ToArray(), address);
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var known = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        var addresses = IsAllowed(host, port) ? known : Array.FindAll(known, PublicAddresses.Contains);

        if (addresses is [])
        {
            throw new PrivateAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);

            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(string host, int port) => _options.AllowedHosts.Any(allowed =>
        allowed.Equals(host, StringComparison.OrdinalIgnoreCase) || allowed.Equals($"{host}:{port}", StringComparison.OrdinalIgnoreCase));

    private static string Words(HttpRequestException failed) => failed.InnerException switch
    {
        PrivateAddressException => "The URL leads into a private network. An administrator can allow its host in Catalog:AllowedHosts.",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => "The URL's host is not known.",
        SocketException socket => $"The URL's host could not be reached: {socket.Message}.",
        AuthenticationException => "The certificate of the URL's host is not trusted.",
        _ => $"The document could not be fetched: {failed.Message}",
    };

    /// <summary>Goes from the connection to the sentence, and no further.</summary>
    private sealed class PrivateAddressException : Exception;
}
