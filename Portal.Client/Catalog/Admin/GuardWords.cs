using System.Diagnostics;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Guards and authorizers in few words.</summary>
internal static class GuardWords
{
    public static string Words(this Guard guard, bool apiKey) => (guard, apiKey) switch
    {
        (Guard.Open, true) => "Whoever has an API key",
        (_, true) => $"{guard.Words()}, with an API key",
        _ => guard.Words(),
    };

    public static string Words(this Guard guard) => guard switch
    {
        Guard.Default => "As the API's default",
        Guard.Open => "Everybody",
        Guard.Iam => "Signed with AWS credentials",
        Guard.By { Scopes: [] } by => by.Authorizer,
        Guard.By by => $"{by.Authorizer}: {string.Join(", ", by.Scopes)}",
        Guard.Other other => string.Join(" or ", other.Schemes),
        _ => throw new UnreachableException(),
    };

    public static string Kind(this SchemeView scheme) => (scheme.Kind, scheme.Authorizer) switch
    {
        (_, Authorizer.Token) => "Lambda, by a token",
        (_, Authorizer.Request) => "Lambda, by the request",
        (_, Authorizer.Cognito) => "Cognito user pool",
        (_, Authorizer.Jwt) => "JWT",
        (_, Authorizer.HttpRequest request) => $"Lambda, format {request.PayloadVersion}",
        (SchemeKind.Authorizer, _) => "Authorizer, incomplete",
        (SchemeKind.ApiKey, _) => "API key",
        (SchemeKind.Iam, _) => "AWS credentials",
        (SchemeKind.Unknown, _) => $"{scheme.Type}, not known to API Gateway",
        _ => throw new UnreachableException(),
    };

    public static string Asks(this SchemeView scheme) => scheme.Authorizer switch
    {
        Authorizer.Token token => token.Function,
        Authorizer.Request request => request.Function,
        Authorizer.Cognito cognito => string.Join(", ", cognito.UserPools),
        Authorizer.Jwt jwt => jwt.Issuer,
        Authorizer.HttpRequest request => request.Function,
        _ => "",
    };

    /// <summary>What of a call is looked at.</summary>
    public static string LooksAt(this SchemeView scheme) => scheme.Authorizer switch
    {
        Authorizer.Token token => token.Header,
        Authorizer.Request request => string.Join(", ", request.IdentitySources),
        Authorizer.Cognito cognito => cognito.Header,
        Authorizer.Jwt jwt => jwt.IdentitySource,
        Authorizer.HttpRequest request => string.Join(", ", request.IdentitySources),
        _ => "",
    };
}
