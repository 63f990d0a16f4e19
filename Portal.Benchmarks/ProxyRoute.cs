namespace Portal.Benchmarks;

/// <summary>What a stage costs beside bare YARP before the same backend: a route with key, plan, quota and access log.</summary>
internal sealed class ProxyRoute : Benchmark
{
    public override string Name => "proxy-route-ratio";

    public override string What => "Requests a second of bare YARP over those of an HTTP_PROXY route with key, plan and access log to the same backend: at most 1.43 (a route reaches 0.7)";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        await using var load = await StageLoad.StartAsync(cancellationToken);
        var api = await load.OperateAsync("/restapis?mode=import", Document(load.Bare), cancellationToken);
        var id = api.GetProperty("id").GetString();
        await load.OperateAsync("/", new { logGroupName = "bench" }, cancellationToken, "logs", "CreateLogGroup");
        await load.OperateAsync($"/restapis/{id}/deployments", new { stageName = "dev" }, cancellationToken);
        await PatchAsync(load, $"/restapis/{id}/stages/dev", cancellationToken);
        var plan = await load.OperateAsync("/usageplans", new { name = "bench", apiStages = new[] { new { apiId = id, stage = "dev" } }, throttle = new { rateLimit = 1e9, burstLimit = int.MaxValue }, quota = new { limit = int.MaxValue, period = "MONTH" } }, cancellationToken);
        var key = await load.OperateAsync("/apikeys", new { enabled = true }, cancellationToken);
        await load.OperateAsync($"/usageplans/{plan.GetProperty("id").GetString()}/keys", new { keyId = key.GetProperty("id").GetString(), keyType = "API_KEY" }, cancellationToken);

        Uri stage = new(load.Sandbox.Address, $"/restapis/{id}/dev/_user_request_/pets");
        Uri yarp = new($"{load.Bare}/yarp");
        var value = key.GetProperty("value").GetString();
        var ratio = await load.RatioAsync(
            () => new(HttpMethod.Get, stage) { Headers = { { "x-api-key", value } } },
            () => new(HttpMethod.Get, yarp) { Headers = { { "x-api-key", value } } },
            cancellationToken);
        return new(Name, 1 / 0.7, ratio, "x");
    }

    private static async Task PatchAsync(StageLoad load, string path, CancellationToken cancellationToken)
    {
        using HttpClient http = new() { BaseAddress = load.Sandbox.Address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-central-1/apigateway/aws4_request, SignedHeaders=host, Signature=00");
        var format = """{"id":"$context.requestId","ip":"$context.identity.sourceIp","key":"$context.identity.apiKeyId","m":"$context.httpMethod","r":"$context.resourcePath","s":"$context.status","len":"$context.responseLength","lat":"$context.responseLatency"}""";
        using var response = await http.PatchAsync(path, System.Net.Http.Json.JsonContent.Create(new
        {
            patchOperations = new[]
            {
                new { op = "replace", path = "/accessLogSettings/destinationArn", value = "arn:aws:logs:eu-central-1:123456789012:log-group:bench" },
                new { op = "replace", path = "/accessLogSettings/format", value = format },
            },
        }), cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static object Document(string backend) => System.Text.Json.JsonSerializer.Deserialize<object>($$"""
        {"openapi": "3.0.1", "info": {"title": "bench", "version": "1"},
         "components": {"securitySchemes": {"key": {"type": "apiKey", "name": "x-api-key", "in": "header"} } },
         "paths": {"/pets": {"get": {"responses": {}, "security": [{"key": []}],
           "x-amazon-apigateway-integration": {"type": "http_proxy", "httpMethod": "GET", "uri": "{{backend}}/backend"} } } } }
        """)!;
}
