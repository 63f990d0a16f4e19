using System.Text.Json.Nodes;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGateway.Authorizers;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Execution;

/// <summary>The operations of version 1 that run what they are asked of.</summary>
internal sealed class TestInvokeOperations(DataPlane stages, TimeProvider time)
{
    public IReadOnlyList<Operation> All =>
    [
        new(Gateway.Service, "TestInvokeMethod", "POST", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}", TestMethod),
        new(Gateway.Service, "TestInvokeAuthorizer", "POST", "/restapis/{restapi_id}/authorizers/{authorizer_id}", TestAuthorizer),
    ];

    private Answer TestMethod(Call call)
    {
        var at = MethodAt.Of(call);
        var path = call.Body.Text("pathWithQueryString");
        if (at.Method.MethodIntegration is null)
        {
            throw AwsError.NotFound("Invalid Integration identifier specified");
        }

        TestInvocation invocation = new()
        {
            Region = call.Region,
            Entry = at.Entry,
            Resource = at.Resource,
            Method = at.Method,
            PathWithQuery = path is { Length: > 0 } ? path : at.Resource.Path,
            Headers = Headers(call),
            Body = call.Body.Text("body") ?? "",
            StageVariables = call.Body.Texts("stageVariables"),
            Time = call.Now,
        };
        return Answer.Pending(async cancellationToken => Written(await invocation.RunAsync(stages, time, cancellationToken)));
    }

    private Answer TestAuthorizer(Call call)
    {
        AuthorizerTrial trial = new()
        {
            Authorizer = AuthorizerOperations.Find(call.Region.Api(call["restapi_id"]), call),
            Headers = Headers(call),
            PathWithQuery = call.Body.Text("pathWithQueryString") ?? "",
            StageVariables = call.Body.Texts("stageVariables") ?? Map<string>.Empty,
            Context = call.Body.Texts("additionalContext") ?? Map<string>.Empty,
        };
        var started = time.GetTimestamp();
        var (status, log) = trial.Run(call.Now);
        return Answer.Ok(new JsonObject { ["clientStatus"] = status, ["log"] = log, ["latency"] = (long)time.GetElapsedTime(started).TotalMilliseconds }, WireJson.Default.JsonObject);
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Headers(Call call) =>
    [
        .. call.Body.Texts("headers") ?? Map<string>.Empty,
        .. (call.Body.Lists("multiValueHeaders") ?? Map<IReadOnlyList<string>>.Empty).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value))),
    ];

    private static Answer Written(TestInvoked invoked) => Answer.Ok(
        new JsonObject
        {
            ["status"] = invoked.Status,
            ["body"] = invoked.Body,
            ["headers"] = new JsonObject(invoked.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)JsonValue.Create(header.Value.ToString())))),
            ["multiValueHeaders"] = new JsonObject(invoked.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)new JsonArray([.. header.Value.Select(value => (JsonNode?)JsonValue.Create(value))])))),
            ["log"] = invoked.Log,
            ["latency"] = invoked.Latency,
        },
        WireJson.Default.JsonObject);
}
