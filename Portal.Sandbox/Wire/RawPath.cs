using Microsoft.AspNetCore.Http.Features;

namespace Portal.Sandbox.Wire;

/// <summary>
/// The path as it was sent. Kestrel decodes all of it but %2F, while ARNs stand in one segment (<c>/tags/arn%3Aaws%3A...%2Frestapis%2F...</c>)
/// and API Gateway routes on what was sent; so the raw target is split first and decoded after.
/// </summary>
internal static class RawPath
{
    public static string Of(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "/";
        if (!target.StartsWith('/'))
        {
            // Absolute form, as sent to a proxy: http://host/path
            target = Uri.TryCreate(target, UriKind.Absolute, out var uri) ? uri.PathAndQuery : "/";
        }

        var end = target.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? target : target[..end];
    }

    public static string[] Segments(string rawPath) => rawPath.TrimStart('/') is { Length: > 0 } path ? path.Split('/') : [];

    public static string Decoded(string segment) => Uri.UnescapeDataString(segment);
}
