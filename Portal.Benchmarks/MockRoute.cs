using System.Text.Json;

namespace Portal.Benchmarks;

/// <summary>What a stage costs where nobody stands behind it: a mock beside a bare endpoint with the same body.</summary>
internal sealed class MockRoute : Benchmark
{
    public override string Name => "mock-route-ratio";

    public override string What => "Requests a second of a bare minimal-API endpoint over those of a MOCK route: at most 1.43 (a mock reaches 0.7)";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        await using var load = await StageLoad.StartAsync(cancellationToken);
        var api = await load.OperateAsync("/restapis?mode=import", Document(), cancellationToken);
        var id = api.GetProperty("id").GetString();
        await load.OperateAsync($"/restapis/{id}/deployments", new { stageName = "dev" }, cancellationToken);
        Uri stage = new(load.Sandbox.Address, $"/restapis/{id}/dev/_user_request_/pets");
        Uri endpoint = new($"{load.Bare}/endpoint");
        return new(Name, 1 / 0.7, await load.RatioAsync(() => new(HttpMethod.Get, stage), () => new(HttpMethod.Get, endpoint), cancellationToken), "x");
    }

    private static object Document() => JsonSerializer.Deserialize<object>($$"""
        {"openapi": "3.0.1", "info": {"title": "bench", "version": "1"},
         "paths": {"/pets": {"get": {"responses": {"200": {"description": "fine"} },
           "x-amazon-apigateway-integration": {"type": "mock", "requestTemplates": {"application/json": "{\"statusCode\": 200}"},
             "responses": {"default": {"statusCode": "200", "responseTemplates": {"application/json": {{JsonSerializer.Serialize(StageLoad.Body)}} } } } } } } } }
        """)!;
}
