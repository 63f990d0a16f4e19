using System.Text.Json.Nodes;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGateway.Authorizers;
using Portal.Sandbox.ApiGateway.ClientCertificates;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.RestApis;
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

        TestInvocation invocation = new(Given(call, at.Entry, TestInvocation.Stage, path is { Length: > 0 } ? path : at.Resource.Path) with { ClientCertificateId = Certificate(call) }, at.Resource, at.Method);
        return Answer.Pending(async cancellationToken => Written(await invocation.RunAsync(stages, time, cancellationToken)));
    }

    private Answer TestAuthorizer(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var path = call.Body.Text("pathWithQueryString");
        AuthorizerTrial trial = new(
            Given(call, entry, AuthorizerTrial.Stage, path is { Length: > 0 } ? path : "/") with { Context = call.Body.Texts("additionalContext").OrNull() },
            AuthorizerOperations.Find(entry, call));
        return Answer.Pending(async cancellationToken => Written(await trial.RunAsync(stages, time, cancellationToken)));
    }

    private static string? Certificate(Call call)
    {
        var id = call.Body.Text("clientCertificateId") is { Length: > 0 } given ? given : null;
        ClientCertificateOperations.Checked(call.Region, id);
        return id;
    }

    private static TestCall Given(Call call, ApiEntry entry, string stage, string pathWithQuery) => new()
    {
        Region = call.Region,
        Entry = entry,
        Stage = stage,
        PathWithQuery = pathWithQuery,
        Headers = Headers(call),
        Body = call.Body.Text("body") ?? "",
        StageVariables = call.Body.Texts("stageVariables"),
        Time = call.Now,
    };

    private static IReadOnlyList<KeyValuePair<string, string>> Headers(Call call) =>
    [
        .. call.Body.Texts("headers") ?? Map<string>.Empty,
        .. (call.Body.Lists("multiValueHeaders") ?? Map<IReadOnlyList<string>>.Empty).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value))),
    ];

    private static Answer Written(AuthorizerTried tried)
    {
        JsonObject answer = new() { ["clientStatus"] = tried.Status, ["log"] = tried.Log, ["latency"] = tried.Latency };
        if (tried.PrincipalId is { } principal)
        {
            answer["principalId"] = principal;
        }

        if (tried.Policy is { } policy)
        {
            answer["policy"] = policy;
        }

        if (tried.Claims is { } claims)
        {
            answer["claims"] = new JsonObject(claims.Select(claim => KeyValuePair.Create(claim.Key, (JsonNode?)JsonValue.Create(claim.Value))));
        }

        return Answer.Ok(answer, WireJson.Default.JsonObject);
    }

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
