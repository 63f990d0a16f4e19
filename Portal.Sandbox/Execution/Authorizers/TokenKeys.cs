using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;

namespace Portal.Sandbox.Execution.Authorizers;

/// <summary>
/// The public keys of the issuers that tokens may come from, as JSON Web Key Sets out of files or URLs. Read when they are first needed, and anew after five minutes
/// or, at most every ten seconds, when a token names a key that is not among them. Discovery documents are not asked for.
/// </summary>
internal sealed class TokenKeys(IReadOnlyDictionary<string, string> sources, TimeProvider time) : IDisposable
{
    private const int LargestSet = 150_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (IReadOnlyList<SecurityKey> Keys, DateTimeOffset Read)> _known = new(StringComparer.Ordinal);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience, MaxResponseContentBufferSize = LargestSet };

    public void Dispose() => _http.Dispose();

    /// <summary>Null if nobody said where the issuer's keys are; empty if they cannot be read.</summary>
    public async Task<IReadOnlyList<SecurityKey>?> OfAsync(string issuer, string? keyId, CancellationToken cancellationToken)
    {
        if (!sources.TryGetValue(issuer, out var source))
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (_known.TryGetValue(issuer, out var known) && now - known.Read < (keyId is null || known.Keys.Any(key => key.KeyId == keyId) ? Fresh : Soonest))
        {
            return known.Keys;
        }

        var keys = await ReadAsync(source, cancellationToken);
        _known[issuer] = (keys, now);
        return keys;
    }

    private async Task<IReadOnlyList<SecurityKey>> ReadAsync(string source, CancellationToken cancellationToken)
    {
        try
        {
            var text = Uri.TryCreate(source, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                ? await _http.GetStringAsync(url, cancellationToken)
                : await File.ReadAllTextAsync(source, cancellationToken);
            return [.. new JsonWebKeySet(text).GetSigningKeys()];
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or UnauthorizedAccessException or ArgumentException or System.Text.Json.JsonException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return [];
        }
    }
}
