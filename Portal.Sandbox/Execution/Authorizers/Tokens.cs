using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Portal.Sandbox.Execution.Authorizers;

/// <summary>What came of looking at a token.</summary>
internal abstract record TokenCheck
{
    internal sealed record Valid(JsonWebToken Token, Caller Caller) : TokenCheck;

    internal sealed record Expired : TokenCheck;

    internal sealed record Invalid(string Why) : TokenCheck;

    /// <summary>Nobody said where the issuer's keys are.</summary>
    internal sealed record NoKeys : TokenCheck;
}

/// <summary>Checks JSON Web Tokens: signature by the issuer's RSA or EC keys, issuer, time.</summary>
internal sealed class Tokens(TokenKeys keys, TimeProvider time)
{
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <param name="token">With or without the word <c>Bearer</c>.</param>
    /// <param name="issuers">Whoever may have issued it.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<TokenCheck> CheckAsync(string token, IReadOnlyList<string> issuers, CancellationToken cancellationToken)
    {
        var plain = token.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? token["Bearer ".Length..].Trim() : token.Trim();
        JsonWebToken read;
        try
        {
            read = new(plain);
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException or FormatException)
        {
            return new TokenCheck.Invalid("the token is malformed");
        }

        if (!issuers.Contains(read.Issuer, StringComparer.Ordinal))
        {
            return new TokenCheck.Invalid("the issuer is not one of the authorizer's");
        }

        if (await keys.OfAsync(read.Issuer, string.IsNullOrEmpty(read.Kid) ? null : read.Kid, cancellationToken) is not { } known)
        {
            return new TokenCheck.NoKeys();
        }

        var result = await Handler.ValidateTokenAsync(read, new TokenValidationParameters
        {
            ValidIssuer = read.Issuer,
            IssuerSigningKeys = known,
            TryAllIssuerSigningKeys = string.IsNullOrEmpty(read.Kid),
            ValidAlgorithms = Algorithms,
            ValidateAudience = false,
            RequireExpirationTime = true,
            LifetimeValidator = (_, _, _, _) => true,
        });
        if (!result.IsValid)
        {
            return new TokenCheck.Invalid("the signature is not the issuer's");
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (read.ValidTo == DateTime.MinValue || read.ValidTo <= now)
        {
            return new TokenCheck.Expired();
        }

        return read.ValidFrom > now || read.IssuedAt > now ? new TokenCheck.Invalid("the token is not valid yet") : new TokenCheck.Valid(read, CallerOf(read));
    }

    private static Caller CallerOf(JsonWebToken token)
    {
        // Several values of one claim stand as they do in the service's logs: [a b].
        var claims = token.Claims.GroupBy(claim => claim.Type).ToDictionary(group => group.Key, group => group.ToArray() is [var only] ? only.Value : $"[{string.Join(' ', group.Select(claim => claim.Value))}]");
        string[] scopes = [.. (claims.GetValueOrDefault("scope") ?? claims.GetValueOrDefault("scp") ?? "").Trim('[', ']').Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return new() { PrincipalId = token.Subject, Claims = claims, Scopes = scopes };
    }
}
