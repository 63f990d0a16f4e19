using System.Text;
using Portal.Sandbox.ApiGatewayV2.Authorizers;
using Portal.Sandbox.Execution.Authorizers;
using Portal.Sandbox.Execution.Lambdas;
using Portal.Sandbox.Execution.Policies;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>Who may connect: whoever signs, or whom a function lets in. What the function said holds as long as the connection: the service remembers it for no other one.</summary>
internal sealed class SocketAuthorization(LambdaCalls lambdas, Signatures signatures)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The status of the refusal; null if there is none.</summary>
    public async Task<int?> RefusalAsync(SocketExchange connect)
    {
        var route = connect.Route!;
        switch (route.AuthorizationType)
        {
            case "NONE":
                return null;
            case "AWS_IAM":
                var (fault, caller) = await signatures.CheckAsync(connect.Http, () => ValueTask.FromResult<byte[]>([]), PolicyRequest.Invoke, () => MethodArn(connect));
                connect.Caller = caller;
                return fault is null ? null : StatusCodes.Status403Forbidden;
        }

        if (connect.Stage.Definition.Authorizers.Find(route.AuthorizerId ?? "") is not { } authorizer)
        {
            return StatusCodes.Status500InternalServerError;
        }

        return (authorizer.IdentitySource ?? []).Any(source => string.IsNullOrEmpty(connect.Mapped(source))) ? StatusCodes.Status401Unauthorized : await AskAsync(connect, authorizer);
    }

    private async Task<int?> AskAsync(SocketExchange connect, Authorizer authorizer)
    {
        var uri = StageVariables.Into(authorizer.AuthorizerUri, connect.Stage.Stage.StageVariables.Find);
        var arn = uri.StartsWith("arn:aws:lambda:", StringComparison.Ordinal) ? uri : LambdaCalls.FunctionOf(uri);
        if (arn is null)
        {
            return StatusCodes.Status500InternalServerError;
        }

        var methodArn = MethodArn(connect);
        var payload = SocketEvent.Of(connect);
        payload["type"] = "REQUEST";
        payload["methodArn"] = methodArn;
        var answer = await lambdas.InvokeAsync(arn, Encoding.UTF8.GetBytes(payload.ToJsonString()), Patience, connect.Http.RequestAborted);
        if (answer is LambdaAnswer.Threw(_, "Unauthorized"))
        {
            return StatusCodes.Status401Unauthorized;
        }

        if (answer is not LambdaAnswer.Returned(var result) || AuthorizerAnswer.OfPolicy(result) is not { } decision)
        {
            return StatusCodes.Status500InternalServerError;
        }

        connect.Caller = decision.Caller;
        return decision.Policy!.Decide(new(methodArn, null, _ => null)) is PolicyDecision.Allowed ? null : StatusCodes.Status403Forbidden;
    }

    private static string MethodArn(SocketExchange connect) =>
        $"arn:aws:execute-api:{connect.Stage.Region.Name}:{connect.Stage.Region.Account}:{connect.Stage.ApiId}/{connect.Stage.Stage.StageName}/$connect";
}
