using Portal.Sandbox.ApiGateway.Authorizers;
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

    /// <summary>Asks one authorizer by itself; who was let in stands in the exchange afterwards, with what a function decided.</summary>
    public async Task<(Decision? Decision, GatewayFault? Fault)> TryAsync(Exchange exchange, Authorizer authorizer)
    {
        if (authorizer.Type is "COGNITO_USER_POOLS")
        {
            return (null, await pools.RefusalAsync(exchange, authorizer));
        }

        var (decision, fault) = await functions.TryAsync(exchange, authorizer);
        exchange.Caller = decision?.Caller;
        return (decision, decision is null ? fault : null);
    }
}
