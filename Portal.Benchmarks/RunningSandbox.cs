using System.Net.Http.Json;
using System.Text.Json;
using Portal.Sandbox;

namespace Portal.Benchmarks;

/// <summary>A sandbox on a free loopback port with a data folder of its own, and a client that speaks to it as AWS's do.</summary>
internal sealed class RunningSandbox : IAsyncDisposable
{
    public const string LogGroup = "calls";

    private readonly DirectoryInfo _folder;
    private readonly SandboxServer _server;

    private RunningSandbox(DirectoryInfo folder, SandboxServer server)
    {
        (_folder, _server) = (folder, server);
        Http = new() { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(14) };
    }

    public HttpClient Http { get; }

    public Uri Address => _server.Address;

    public static async Task<RunningSandbox> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-bench-");
        SandboxOptions options = new() { Port = 0, DataFolder = folder.FullName, AccountRateLimit = 1e9, AccountBurstLimit = int.MaxValue, LogGroups = [("eu-central-1", LogGroup)] };

        return new(folder, await SandboxServer.StartAsync(options, null, cancellationToken));
    }

    /// <summary>An API with one keyed path, on these stages, which log.</summary>
    public async Task<string> DeployAsync(string name, IEnumerable<string> stages, CancellationToken cancellationToken)
    {
        const string document = """
            {"openapi": "3.0.1", "info": {"title": "NAME", "version": "1"}, "paths": {"/pets": {"get": {"responses": {}, "security": [{"key": []}],
             "x-amazon-apigateway-integration": {"type": "mock", "requestTemplates": {"application/json": "{\"statusCode\": 200}"}, "responses": {"default": {"statusCode": "200", "responseTemplates": {"application/json": "[]"}}}}}}},
             "components": {"securitySchemes": {"key": {"type": "apiKey", "name": "x-api-key", "in": "header"}}}}
            """;
        var id = (await RestAsync(HttpMethod.Post, "/restapis?mode=import&endpointConfigurationTypes=REGIONAL", JsonSerializer.Deserialize<JsonElement>(document.Replace("NAME", name, StringComparison.Ordinal)), cancellationToken)).GetProperty("id").GetString()!;
        foreach (var stage in stages)
        {
            await RestAsync(HttpMethod.Post, $"/restapis/{id}/deployments", new { stageName = stage }, cancellationToken);
            await RestAsync(HttpMethod.Patch, $"/restapis/{id}/stages/{stage}", new
            {
                patchOperations = new[]
                {
                    new { op = "replace", path = "/accessLogSettings/destinationArn", value = $"arn:aws:logs:eu-central-1:123456789012:log-group:{LogGroup}" },
                    new { op = "replace", path = "/accessLogSettings/format", value = """{"id":"$context.requestId","t":"$context.requestTimeEpoch","key":"$context.identity.apiKeyId","m":"$context.httpMethod","r":"$context.resourcePath","s":"$context.status","len":"$context.responseLength","lat":"$context.responseLatency","ilat":"$context.integrationLatency","err":"$context.error.responseType","dep":"$context.deploymentId"}""" },
                },
            }, cancellationToken);
        }

        return id;
    }

    public Task<JsonElement> RestAsync(HttpMethod verb, string path, object? body, CancellationToken cancellationToken) => SendAsync(verb, path, "apigateway", null, body, cancellationToken);

    public Task<JsonElement> NamedAsync(string service, string operation, object body, CancellationToken cancellationToken) => SendAsync(HttpMethod.Post, "/", service, operation, body, cancellationToken);

    /// <summary>The answer of a query of Logs Insights, by field, row by row.</summary>
    public async Task<(IReadOnlyList<Dictionary<string, string>> Rows, double Scanned)> QueryAsync(string query, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.UtcNow;
        var id = (await NamedAsync("logs", "StartQuery", new { logGroupName = LogGroup, startTime = now.AddDays(-15).ToUnixTimeSeconds(), endTime = now.AddHours(1).ToUnixTimeSeconds(), queryString = query }, cancellationToken)).GetProperty("queryId").GetString();
        while (true)
        {
            var answer = await NamedAsync("logs", "GetQueryResults", new { queryId = id }, cancellationToken);
            if (answer.GetProperty("status").GetString() is "Complete")
            {
                return ([.. answer.GetProperty("results").EnumerateArray().Select(row => row.EnumerateArray().ToDictionary(field => field.GetProperty("field").GetString()!, field => field.GetProperty("value").GetString()!))], answer.GetProperty("statistics").GetProperty("recordsScanned").GetDouble());
            }

            await Task.Delay(200, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<JsonElement> SendAsync(HttpMethod verb, string path, string service, string? operation, object? body, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(verb, path);
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-central-1/{service}/aws4_request, SignedHeaders=host, Signature=00");
        if (operation is not null)
        {
            request.Headers.Add("X-Amz-Target", $"Any.{operation}");
        }

        request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: JsonSerializerOptions.Default);
        using var answer = await Http.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);

        return answer.IsSuccessStatusCode ? text is "" ? default : JsonSerializer.Deserialize<JsonElement>(text) : throw new InvalidOperationException($"{operation ?? path}: {(int)answer.StatusCode} {text}");
    }
}
