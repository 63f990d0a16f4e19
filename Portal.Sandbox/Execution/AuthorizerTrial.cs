using System.Globalization;
using System.Text;
using Portal.Sandbox.ApiGateway.Authorizers;
using Portal.Sandbox.ApiGateway.GatewayResponses;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution;

/// <summary>
/// One try of an authorizer by itself: what TestInvokeAuthorizer does. It is asked as stages ask it, the function behind its ARN or the keys of its user pool; what it says of the
/// caller is told, and nothing of it is remembered. A policy that allows nothing is an answer too: it is not held against any method.
/// </summary>
internal sealed class AuthorizerTrial(TestCall call, Authorizer authorizer)
{
    /// <summary>The stage that functions see, in the ARN of a method that there is not.</summary>
    public const string Stage = "ESTestInvoke-stage";

    private const string Request = "test-request";

    private readonly StringBuilder _log = new($"Execution log for request {Request}\n");

    public async Task<AuthorizerTried> RunAsync(DataPlane stages, TimeProvider time, CancellationToken cancellationToken)
    {
        var root = call.Entry.Definition.Resources[call.Entry.Api.RootResourceId];
        var exchange = call.Of(root, new Method { HttpMethod = HttpMethods.Get, AuthorizationType = "CUSTOM", AuthorizerId = authorizer.Id, ApiKeyRequired = false }, Stream.Null, cancellationToken);
        Line(time, $"Starting authorizer: {authorizer.Id} for request: {Request}");
        var started = time.GetTimestamp();
        var (decision, fault) = await stages.TryAsync(exchange, authorizer);
        var latency = (long)time.GetElapsedTime(started).TotalMilliseconds;
        if (fault is not null)
        {
            Line(time, fault.Type is "UNAUTHORIZED" ? $"Unauthorized request: {Request}" : $"Execution failed: {Why(fault)} ({fault.Type})");
            return new(int.Parse(GatewayResponseTypes.Of(Map<GatewayResponse>.Empty, fault.Type).StatusCode!, CultureInfo.InvariantCulture), _log.ToString(), latency);
        }

        Line(time, decision is null ? "Using valid claims of the user pool" : $"Using valid authorizer policy for principal: {new string('*', Math.Min(decision.Caller.PrincipalId?.Length ?? 0, 100))}");
        Line(time, "Successfully completed authorizer execution");
        return new(StatusCodes.Status200OK, _log.ToString(), latency) { PrincipalId = decision?.Caller.PrincipalId, Policy = decision?.PolicyText, Claims = exchange.Caller?.Claims };
    }

    private string Why(GatewayFault fault) => fault.Message
        ?? $"{authorizer.AuthorizerUri ?? string.Join(", ", authorizer.ProviderArns ?? [])} did not answer as an authorizer does, or nothing stands for it in the sandbox";

    private void Line(TimeProvider time, string text) => _log.Append(time.GetUtcNow().ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture)).Append(" : ").Append(text).Append('\n');
}

/// <summary>What an authorizer said.</summary>
internal sealed record AuthorizerTried(int Status, string Log, long Latency)
{
    public string? PrincipalId { get; init; }

    public string? Policy { get; init; }

    public IReadOnlyDictionary<string, string>? Claims { get; init; }
}
