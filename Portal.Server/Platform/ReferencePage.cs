using System.Security.Cryptography;
using Scalar.AspNetCore;

namespace Portal.Server.Platform;

/// <summary>The page on which the portal's own HTTP API can be read and tried. It asks nobody outside: no fonts, no counting, no chat.</summary>
internal static class ReferencePage
{
    public const string Path = "/docs/api";

    public static void MapReferencePage(this IEndpointRouteBuilder app) => app.MapScalarApiReference(Path, (options, http) =>
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        options.WithTitle("HTTP API · Portal").WithNonce(nonce).DisableDefaultFonts().DisableTelemetry().DisableAgent().HideDeveloperTools().HideClientButton();
        // It starts by a script in the page, and makes its style elements as it goes.
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.ContentSecurityPolicy
            .Replace("script-src 'self'", $"script-src 'self' 'nonce-{nonce}'", StringComparison.Ordinal)
            .Replace("style-src-elem 'self'", "style-src-elem 'self' 'unsafe-inline'", StringComparison.Ordinal);
    });
}
