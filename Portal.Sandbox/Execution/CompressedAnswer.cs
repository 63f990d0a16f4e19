using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;

namespace Portal.Sandbox.Execution;

/// <summary>An answer that is compressed on its way out, because the API says so and the caller wants nothing more than a coding that is known. It is held back until it is whole.</summary>
internal sealed class CompressedAnswer : IDisposable
{
    private readonly HttpContext _http;
    private readonly IHttpResponseBodyFeature _body;
    private readonly MemoryStream _held = new();
    private readonly string _coding;
    private readonly int _least;

    private CompressedAnswer(HttpContext http, string coding, int least)
    {
        (_http, _coding, _least) = (http, coding, least);
        _body = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(_held));
    }

    /// <summary>Null for what is sent as it is.</summary>
    public static CompressedAnswer? Begin(Exchange exchange) => exchange.Snapshot.Api.MinimumCompressionSize is { } least && Coding(exchange.Http.Request.Headers.AcceptEncoding.ToString()) is { } coding
        ? new(exchange.Http, coding, least)
        : null;

    public async Task EndAsync()
    {
        var response = _http.Response;
        await response.BodyWriter.FlushAsync(_http.RequestAborted);
        Release();
        var body = _held.ToArray();
        if (body.Length is 0)
        {
            return;
        }

        if (body.Length >= _least && response.Headers.ContentEncoding.Count is 0)
        {
            body = Packed(body);
            response.Headers.ContentEncoding = _coding;
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, _http.RequestAborted);
    }

    public void Dispose() => _held.Dispose();

    /// <summary>Gives up what is held: whoever answers after a failure answers by himself.</summary>
    public void Release() => _http.Features.Set(_body);

    /// <summary>What is wanted most of all, if it is known here.</summary>
    private static string? Coding(string accepted) => accepted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(one => one.Split(';', StringSplitOptions.TrimEntries))
        .Select(parts => (Name: parts[0].ToLowerInvariant(), Weight: parts.Length > 1 && parts[1].StartsWith("q=", StringComparison.OrdinalIgnoreCase) && double.TryParse(parts[1][2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? weight : 1))
        .OrderByDescending(one => one.Weight)
        .FirstOrDefault() is { Name: "gzip" or "deflate", Weight: > 0 } first ? first.Name : null;

    private byte[] Packed(byte[] body)
    {
        using MemoryStream packed = new();
        using (Stream packing = _coding is "gzip" ? new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true) : new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packing.Write(body);
        }

        return packed.ToArray();
    }
}
