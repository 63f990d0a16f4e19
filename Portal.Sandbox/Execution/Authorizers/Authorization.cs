using Portal.Sandbox.Execution.Policies;

namespace Portal.Sandbox.Execution.Authorizers;

/// <summary>Whether a caller may call the method at all: the API's own policy, then whoever the method names.</summary>
internal sealed class Authorization(FunctionAuthorizer functions, CognitoAuthorizer pools, Signatures signatures)
{
    public async ValueTask<GatewayFault?> RefusalAsync(Exchange exchange)
    {
        var method = exchange.Method!;
        if (method.AuthorizationType is "AWS_IAM" && await signatures.RefusalAsync(exchange) is { } unsigned)
        {
            return unsigned;
        }

        var decision = ResourcePolicy.Decide(exchange);
        if (ResourcePolicy.Refusal(exchange, decision) is { } refused)
        {
            return refused;
        }

        if (method.AuthorizationType is "NONE" or "AWS_IAM")
        {
            return null;
        }

        return exchange.Snapshot.Definition.Authorizers.TryGetValue(method.AuthorizerId ?? "", out var authorizer)
            ? authorizer.Type is "COGNITO_USER_POOLS" ? await pools.RefusalAsync(exchange, authorizer) : await functions.RefusalAsync(exchange, authorizer, decision)
            : GatewayFault.AuthorizerConfiguration;
    }
}
