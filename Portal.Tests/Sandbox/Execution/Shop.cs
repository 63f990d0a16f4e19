using System.Net;
using Microsoft.Extensions.Time.Testing;
using Portal.Sandbox;

namespace Portal.Tests.Sandbox.Execution;

/// <summary>
/// A sandbox whose time stands still, with an API on the stages dev and prod (<c>/a</c> and <c>/b</c> demand a key, <c>/open</c> does not, <c>/picky</c> demands
/// a key and a parameter), a usage plan for both stages, and keys in it.
/// </summary>
internal sealed class Shop : IAsyncDisposable
{
    private Shop(Bench bench, FakeTimeProvider time, string api, string plan) => (Bench, Time, Api, Plan) = (bench, time, api, plan);

    public Bench Bench { get; }

    public FakeTimeProvider Time { get; }

    public string Api { get; }

    public string Plan { get; }

    public static async Task<Shop> OpenAsync(object? throttle = null, object? quota = null, object? methods = null, SandboxOptions? options = null, string more = "")
    {
        FakeTimeProvider time = new(new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));
        var bench = await Bench.StartAsync((options ?? new()) with { TimeProvider = time });
        var secured = Given.Mock("in", """ "security": [{"key": []}] """);
        var api = await bench.DeployedAsync(Given.Document(
            $$"""
            {"/a": {"get": {{secured}} }, "/b": {"get": {{secured}} }, "/open": {"get": {{Given.Mock("$context.identity.apiKeyId")}} },
             "/me": {"get": {{Given.Mock("$context.identity.apiKeyId", """ "security": [{"key": []}] """)}} },
             "/picky": {"get": {{Given.Mock("in", """ "security": [{"key": []}], "parameters": [{"name": "q", "in": "query", "required": true}] """)}} } }
            """,
            $$"""
            "components": {"securitySchemes": {"key": {"type": "apiKey", "name": "x-api-key", "in": "header"} } },
            "x-amazon-apigateway-request-validators": {"params": {"validateRequestParameters": true, "validateRequestBody": false} }, "x-amazon-apigateway-request-validator": "params" {{more}}
            """));
        await bench.DeployAsync(api, new { stageName = "prod" });
        object[] stages = [new { apiId = api, stage = "dev", throttle = methods }, new { apiId = api, stage = "prod" }];
        var plan = await bench.DoneAsync(HttpMethod.Post, "/usageplans", new { name = "plan", apiStages = stages, throttle, quota });
        return new(bench, time, api, $"{plan["id"]}");
    }

    /// <summary>A key in the plan.</summary>
    public async Task<(string Id, string Value)> KeyAsync(bool enabled = true, bool inPlan = true)
    {
        var key = await Bench.DoneAsync(HttpMethod.Post, "/apikeys", new { enabled });
        if (inPlan)
        {
            await Bench.DoneAsync(HttpMethod.Post, $"/usageplans/{Plan}/keys", new { keyId = $"{key["id"]}", keyType = "API_KEY" });
        }

        return ($"{key["id"]}", $"{key["value"]}");
    }

    public async Task<HttpStatusCode> GetAsync(string path, string? key, string stage = "dev") => (await CallAsync(path, key, stage)).Status;

    public Task<(HttpStatusCode Status, string Body, HttpResponseMessage Response)> CallAsync(string path, string? key, string stage = "dev") =>
        Bench.InvokeAsync(Api, path, stage: stage, with: request => request.Headers.TryAddWithoutValidation("x-api-key", key));

    /// <summary>Used and remaining of these days ("2026-03-14"), as GetUsage has them.</summary>
    public async Task<string> UsageAsync(string keyId, string first = "2026-03-14", string? last = null) =>
        (await Bench.DoneAsync(HttpMethod.Get, $"/usageplans/{Plan}/usage?keyId={keyId}&startDate={first}&endDate={last ?? first}"))["values"]?[keyId]?.ToJsonString() ?? "";

    /// <summary>Changes a stage, the plan or a key.</summary>
    public Task PatchAsync(string path, params (string Path, string Value)[] changes) =>
        Bench.DoneAsync(HttpMethod.Patch, path, new { patchOperations = changes.Select(change => new { op = "replace", path = change.Path, value = change.Value }) });

    public ValueTask DisposeAsync() => Bench.DisposeAsync();
}
