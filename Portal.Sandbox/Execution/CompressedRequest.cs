using System.IO.Compression;

namespace Portal.Sandbox.Execution;

/// <summary>A compressed body of a request, where the API compresses: integrations, models and templates get it plain.</summary>
internal static class CompressedRequest
{
    public static ValueTask<GatewayFault?> ReadAsync(Exchange exchange) =>
        exchange.Snapshot.Api.MinimumCompressionSize is not null && exchange.Http.Request.Headers.ContentEncoding is { Count: > 0 } coding ? ReadAsync(exchange, coding.ToString().Trim()) : default;

    private static async ValueTask<GatewayFault?> ReadAsync(Exchange exchange, string coding)
    {
        var request = exchange.Http.Request;
        var sent = await exchange.BodyAsync(exchange.Http.RequestAborted);
        using MemoryStream content = new(sent, writable: false);
        await using var plain = coding.ToUpperInvariant() switch
        {
            "GZIP" => new GZipStream(content, CompressionMode.Decompress),
            "DEFLATE" => new ZLibStream(content, CompressionMode.Decompress),
            "IDENTITY" => content,
            _ => (Stream?)null,
        };
        if (plain is null)
        {
            return GatewayFault.UnsupportedMediaType;
        }

        try
        {
            if (await WholeAsync(plain, exchange.Http.RequestAborted) is not { } body)
            {
                return GatewayFault.TooLarge;
            }

            exchange.Received(body);
            Backends.Replace(request, body);
            request.Headers.Remove("Content-Encoding");
            return null;
        }
        catch (InvalidDataException)
        {
            return GatewayFault.UnsupportedMediaType;
        }
    }

    /// <summary>Null if it is larger than a body may be: a few bytes can become many.</summary>
    private static async Task<byte[]?> WholeAsync(Stream plain, CancellationToken cancellationToken)
    {
        using MemoryStream whole = new();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await plain.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (whole.Length + read > Limits.LargestBody)
            {
                return null;
            }

            whole.Write(buffer, 0, read);
        }

        return whole.ToArray();
    }
}
