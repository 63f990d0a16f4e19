using System.Text;
using System.Text.Json.Nodes;
using Portal.Sandbox.ApiGatewayV2.Authorizers;
using Portal.Sandbox.Execution.Authorizers;
using Portal.Sandbox.Execution.Lambdas;
using Portal.Sandbox.Execution.Policies;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution.HttpApis;

/// <summary>Who may call a route: tokens of an issuer, a function's word, or whoever signs.</summary>
internal sealed partial class HttpAuthorization(LambdaCalls lambdas, Tokens tokens, Signatures signatures, ILogger logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async ValueTask<HttpFault?> RefusalAsync(Visit visit)
    {
        var route = visit.Route!;
        switch (route.AuthorizationType)
        {
            case "NONE":
                return null;
            case "AWS_IAM":
                var (fault, caller) = await signatures.CheckAsync(visit.Http, visit.BodyAsync, PolicyRequest.Invoke, () => RouteArn(visit));
                visit.Caller = caller;
                return fault is null ? null : HttpFault.Forbidden;
        }

        if (visit.Definition.Authorizers.Find(route.AuthorizerId ?? "") is not { } authorizer)
        {
            return HttpFault.Internal;
        }

        string[] identity = [.. (authorizer.IdentitySource ?? []).Select(source => ParameterMapping.Of(visit, source.TrimStart('$')) ?? "")];
        return identity.Any(value => value is "")
            ? HttpFault.Unauthorized with { Challenge = route.AuthorizationType is "JWT" ? "Bearer" : null }
            : route.AuthorizationType is "JWT" ? await JwtAsync(visit, authorizer, identity[0]) : await AskAsync(visit, authorizer, identity);
    }

    private async Task<HttpFault?> JwtAsync(Visit visit, Authorizer authorizer, string token)
    {
        var issuer = authorizer.JwtConfiguration?.Issuer ?? "";
        switch (await tokens.CheckAsync(token, [issuer], visit.Http.RequestAborted))
        {
            case TokenCheck.Valid(var read, var caller):
                var audiences = authorizer.JwtConfiguration?.Audience ?? [];
                // Access tokens of some issuers name their client in place of an audience.
                if (audiences.Count > 0 && !read.Audiences.Intersect(audiences).Any() && !audiences.Contains(caller.Claims!.GetValueOrDefault("client_id") ?? ""))
                {
                    return Invalid("the token does not have a valid audience");
                }

                visit.Caller = caller;
                return visit.Route!.AuthorizationScopes is { Count: > 0 } scopes && !scopes.Intersect(caller.Scopes).Any()
                    ? HttpFault.Forbidden with { Challenge = $"Bearer scope=\"{string.Join(' ', scopes)}\" error=\"insufficient_scope\"" }
                    : null;
            case TokenCheck.Expired:
                return Invalid("the token has expired");
            case TokenCheck.Invalid(var why):
                return Invalid(why);
            default:
                LogNoKeys(issuer);
                return HttpFault.Unauthorized with { Challenge = "Bearer" };
        }
    }

    private static HttpFault Invalid(string why) => HttpFault.Unauthorized with { Challenge = $"Bearer scope=\"\" error=\"invalid_token\" error_description=\"{why}\"" };

    private async Task<HttpFault?> AskAsync(Visit visit, Authorizer authorizer, string[] identity)
    {
        var caches = visit.Region.Caches.Decisions;
        var ttl = authorizer.AuthorizerResultTtlInSeconds ?? 0;
        var key = ttl > 0 && identity is not [] ? $"{authorizer.AuthorizerId}\n{string.Join('\n', identity)}" : null;
        if (key is null || !caches.TryGet(visit.ApiId, visit.Stage.StageName, key, visit.Time, out var decision))
        {
            var (asked, fault) = await DecisionAsync(visit, authorizer, identity);
            if (asked is null)
            {
                return fault;
            }

            decision = asked;
            if (key is not null)
            {
                caches.Put(visit.ApiId, visit.Stage.StageName, key, decision, visit.Time.AddSeconds(ttl));
            }
        }

        visit.Caller = decision.Caller;
        var allowed = decision.Policy is { } policy ? policy.Decide(new(RouteArn(visit), null, _ => null)) is PolicyDecision.Allowed : decision.IsAuthorized;
        return allowed ? null : HttpFault.Forbidden;
    }

    private async Task<(Decision? Decision, HttpFault? Fault)> DecisionAsync(Visit visit, Authorizer authorizer, string[] identity)
    {
        var uri = StageVariables.Into(authorizer.AuthorizerUri, visit.Stage.StageVariables.Find);
        var arn = uri.StartsWith("arn:aws:lambda:", StringComparison.Ordinal) ? uri : LambdaCalls.FunctionOf(uri);
        if (arn is null)
        {
            return (null, HttpFault.Internal);
        }

        var payload = authorizer.AuthorizerPayloadFormatVersion is "1.0" ? HttpEvent.First(visit) : HttpEvent.Second(visit);
        payload["type"] = "REQUEST";
        payload[authorizer.AuthorizerPayloadFormatVersion is "1.0" ? "methodArn" : "routeArn"] = RouteArn(visit);
        payload["identitySource"] = authorizer.AuthorizerPayloadFormatVersion is "1.0" ? string.Join(',', identity) : new JsonArray([.. identity.Select(value => (JsonNode?)value)]);
        var answer = await lambdas.InvokeAsync(arn, Encoding.UTF8.GetBytes(payload.ToJsonString()), Patience, visit.Http.RequestAborted);
        var decision = answer is LambdaAnswer.Returned(var result) ? authorizer.EnableSimpleResponses is true ? AuthorizerAnswer.OfSimple(result) : AuthorizerAnswer.OfPolicy(result) : null;
        if (decision is null && answer is not LambdaAnswer.Threw(_, "Unauthorized"))
        {
            LogNoDecision(arn);
        }

        return (decision, answer is LambdaAnswer.Threw(_, "Unauthorized") ? HttpFault.Unauthorized : HttpFault.Internal);
    }

    private static string RouteArn(Visit visit) =>
        $"arn:aws:execute-api:{visit.Region.Name}:{visit.Region.Account}:{visit.ApiId}/{visit.Stage.StageName}/{visit.Http.Request.Method}{visit.Path}";

    [LoggerMessage(EventId = 9212, Level = LogLevel.Warning, Message = "Nobody said where the keys of {Issuer} are: name a file or URL with --jwks")]
    private partial void LogNoKeys(string issuer);

    [LoggerMessage(EventId = 9213, Level = LogLevel.Warning, Message = "The authorizer {Arn} did not answer, or not in its form")]
    private partial void LogNoDecision(string arn);
}
