using System.Text;
using System.Text.Json.Nodes;
using Portal.Sandbox.ApiGateway.Authorizers;
using Portal.Sandbox.Execution.Lambdas;
using Portal.Sandbox.Execution.Policies;

namespace Portal.Sandbox.Execution.Authorizers;

/// <summary>TOKEN and REQUEST: a function says who calls and what the caller may. What it said is remembered for a while, and its policy is asked for every method.</summary>
internal sealed partial class FunctionAuthorizer(LambdaCalls lambdas, ILogger logger)
{
    private const int DefaultTtl = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<GatewayFault?> RefusalAsync(Exchange exchange, Authorizer authorizer, PolicyDecision? resourcePolicy)
    {
        if (Identity(exchange, authorizer) is not { } identity)
        {
            return GatewayFault.Unauthorized;
        }

        var ttl = authorizer.AuthorizerResultTtlInSeconds ?? DefaultTtl;
        var (api, stage) = (exchange.Address.ApiId, exchange.Stage.StageName);
        // Without a source there is nothing to know callers apart by, so nothing is remembered.
        var key = ttl > 0 && identity is not [] ? $"{authorizer.Id}\n{string.Join('\n', identity)}" : null;
        if (key is null || !exchange.Region.Caches.Decisions.TryGet(api, stage, key, exchange.Time, out var decision))
        {
            var (asked, fault) = await AskAsync(exchange, authorizer, identity);
            if (asked is null)
            {
                return fault;
            }

            decision = asked;
            if (key is not null)
            {
                exchange.Region.Caches.Decisions.Put(api, stage, key, decision, exchange.Time.AddSeconds(ttl));
            }
        }

        exchange.Caller = decision.Caller;
        return Judged(decision.Policy!.Decide(ResourcePolicy.RequestOf(exchange)), resourcePolicy);
    }

    /// <summary>What the function says, asked anew and not held against any method.</summary>
    public async Task<(Decision? Decision, GatewayFault Fault)> TryAsync(Exchange exchange, Authorizer authorizer) =>
        Identity(exchange, authorizer) is { } identity ? await AskAsync(exchange, authorizer, identity) : (null, GatewayFault.Unauthorized);

    /// <summary>By what the caller is known; null if something of it is missing or has not the form that is wanted, and then nobody is asked.</summary>
    private static IReadOnlyList<string>? Identity(Exchange exchange, Authorizer authorizer)
    {
        var isToken = authorizer.Type is "TOKEN";
        var sources = authorizer.IdentitySource ?? (isToken ? "method.request.header.Authorization" : "");
        return IdentitySources.Values(exchange, sources) is { } identity && (!isToken || IdentitySources.Fit(authorizer.IdentityValidationExpression, identity[0])) ? identity : null;
    }

    private static GatewayFault? Judged(PolicyDecision own, PolicyDecision? resourcePolicy) => own switch
    {
        PolicyDecision.Denied => GatewayFault.Denied("User is not authorized to access this resource with an explicit deny"),
        PolicyDecision.Neither when resourcePolicy is not PolicyDecision.Allowed => GatewayFault.Denied("User is not authorized to access this resource"),
        _ => null,
    };

    private async Task<(Decision? Decision, GatewayFault Fault)> AskAsync(Exchange exchange, Authorizer authorizer, IReadOnlyList<string> identity)
    {
        var arn = LambdaCalls.FunctionOf(StageVariables.Into(authorizer.AuthorizerUri, exchange.StageVariable));
        if (arn is null)
        {
            return (null, GatewayFault.AuthorizerConfiguration);
        }

        var methodArn = ResourcePolicy.MethodArn(exchange);
        JsonObject payload = authorizer.Type is "TOKEN" ? new() { ["authorizationToken"] = identity[0] } : RestEvent.Of(exchange);
        payload["type"] = authorizer.Type;
        payload["methodArn"] = methodArn;
        switch (await lambdas.InvokeAsync(arn, Encoding.UTF8.GetBytes(payload.ToJsonString()), Patience, exchange.Http.RequestAborted))
        {
            case LambdaAnswer.Threw(_, "Unauthorized"):
                return (null, GatewayFault.Unauthorized);
            case LambdaAnswer.Threw:
                return (null, GatewayFault.AuthorizerFailure);
            case LambdaAnswer.Returned(var result) when AuthorizerAnswer.OfPolicy(result) is { } decision:
                return (decision, GatewayFault.AuthorizerFailure);
            case LambdaAnswer.Returned:
                LogMalformed(arn);
                return (null, GatewayFault.AuthorizerConfiguration);
            default:
                LogSilent(arn);
                return (null, GatewayFault.AuthorizerConfiguration);
        }
    }

    [LoggerMessage(EventId = 9205, Level = LogLevel.Warning, Message = "The authorizer {Arn} answered without principalId and policyDocument")]
    private partial void LogMalformed(string arn);

    [LoggerMessage(EventId = 9206, Level = LogLevel.Warning, Message = "The authorizer {Arn} did not answer: name a URL for it with --lambda")]
    private partial void LogSilent(string arn);
}
