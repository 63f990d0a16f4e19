using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Portal.Server.Platform;

namespace Portal.Server.Identity;

/// <summary>Knows a caller by a personal access token in the Authorization header.</summary>
internal sealed class TokenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, PortalDb db, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "PersonalAccessToken";

    private const string Bearer = "Bearer ";

    /// <summary>Often enough to see which tokens are in use; seldom enough not to write with each call.</summary>
    private static readonly TimeSpan NoteUse = TimeSpan.FromMinutes(5);

    public static bool IsMeant(HttpContext context) =>
        context.Request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers[HeaderNames.Authorization].ToString();

        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var hash = TokenValue.Hash(header[Bearer.Length..].Trim());
        var now = clock.GetUtcNow();
        var token = await db.Set<AccessToken>().AsNoTracking().SingleOrDefaultAsync(token => token.Hash == hash, Context.RequestAborted);

        if (token is null || token.ExpiresAt <= now)
        {
            return AuthenticateResult.Fail("The token is not known, or has expired.");
        }

        if (token.LastUsedAt is not { } last || now - last > NoteUse)
        {
            await db.Set<AccessToken>().Where(used => used.Id == token.Id).ExecuteUpdateAsync(used => used.SetProperty(row => row.LastUsedAt, now), Context.RequestAborted);
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, token.UserId.ToString())], Scheme.Name);

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }
}
