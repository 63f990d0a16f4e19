namespace Portal.Sandbox.Execution;

/// <summary>
/// Who is let in, in API Gateway's order: authorization, then the API key with its plan, throttles and quota.
/// Keys and plans do not exist yet, so a method that demands a key admits nobody; no authorizer can be asked yet, so a method with one never lets anybody in.
/// </summary>
internal static class Admission
{
    public static GatewayFault? Refusal(Exchange exchange) => Authorization(exchange) ?? ApiKey(exchange);

    private static GatewayFault? Authorization(Exchange exchange)
    {
        var method = exchange.Method!;
        switch (method.AuthorizationType)
        {
            case "NONE":
                return null;
            case "AWS_IAM":
                // Any signature does, as on the control plane.
                return exchange.Http.Request.Headers.Authorization.ToString().StartsWith("AWS4-", StringComparison.Ordinal) || exchange.Http.Request.Query.ContainsKey("X-Amz-Signature")
                    ? null
                    : GatewayFault.NoSuchRoute;
            default:
                var authorizer = exchange.Snapshot.Definition.Authorizers.GetValueOrDefault(method.AuthorizerId ?? "");
                var sources = (authorizer?.IdentitySource ?? "method.request.header.Authorization").Split(',', StringSplitOptions.TrimEntries);
                return sources.Any(source => string.IsNullOrEmpty(Mapping.Value(exchange, source))) ? GatewayFault.Unauthorized : GatewayFault.AuthorizerFailure;
        }
    }

    private static GatewayFault? ApiKey(Exchange exchange) => exchange.Method!.ApiKeyRequired ? GatewayFault.InvalidApiKey : null;
}
