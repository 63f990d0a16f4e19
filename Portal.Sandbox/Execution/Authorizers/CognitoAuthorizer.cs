using Portal.Sandbox.ApiGateway.Authorizers;

namespace Portal.Sandbox.Execution.Authorizers;

/// <summary>COGNITO_USER_POOLS: tokens of user pools. With scopes an access token that has one of them, without an identity token.</summary>
internal sealed class CognitoAuthorizer(Tokens tokens)
{
    public async Task<GatewayFault?> RefusalAsync(Exchange exchange, Authorizer authorizer)
    {
        var token = Mapping.Value(exchange, authorizer.IdentitySource ?? "method.request.header.Authorization");
        if (string.IsNullOrEmpty(token) || !IdentitySources.Fit(authorizer.IdentityValidationExpression, token))
        {
            return GatewayFault.Unauthorized;
        }

        var issuers = (authorizer.ProviderArns ?? []).Select(Issuer).OfType<string>().ToArray();
        switch (await tokens.CheckAsync(token, issuers, exchange.Http.RequestAborted))
        {
            case TokenCheck.NoKeys:
                return GatewayFault.AuthorizerConfiguration;
            case TokenCheck.Expired:
                return GatewayFault.Unauthorized with { Message = "The incoming token has expired" };
            case TokenCheck.Valid(_, var caller):
                exchange.Caller = caller;
                return Judged(exchange.Method!.AuthorizationScopes, caller);
            default:
                return GatewayFault.Unauthorized;
        }
    }

    /// <summary><c>arn:aws:cognito-idp:region:account:userpool/ID</c> issues as <c>https://cognito-idp.region.amazonaws.com/ID</c>.</summary>
    public static string? Issuer(string arn) => arn.Split(':') is ["arn", _, "cognito-idp", var region, _, var pool] && pool.Split('/') is ["userpool", var id]
        ? $"https://cognito-idp.{region}.amazonaws.com/{id}"
        : null;

    private static GatewayFault? Judged(IReadOnlyList<string>? scopes, Caller caller) => scopes switch
    {
        { Count: > 0 } => scopes.Intersect(caller.Scopes).Any() ? null : GatewayFault.Denied("User is not authorized to access this resource"),
        _ => caller.Claims!.GetValueOrDefault("token_use") is "access" ? GatewayFault.Unauthorized : null,
    };
}
