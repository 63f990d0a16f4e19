using System.Text.Json.Nodes;

namespace Portal.Benchmarks;

/// <summary>A sandbox with as many APIs as AWS allows in a Region, each with as many resources as AWS allows, deployed. It is filled once for all who measure it.</summary>
internal static class CrowdedSandbox
{
    private const int Apis = 600;
    private const int Paths = 299;

    private static (string Folder, double Memory)? s_filled;

    /// <summary>The folder, and the memory in MiB of the process that was told all of it.</summary>
    public static async Task<(string Folder, double Memory)> FilledAsync(CancellationToken cancellationToken)
    {
        if (s_filled is { } filled)
        {
            return filled;
        }

        var folder = Directory.CreateTempSubdirectory("sandbox-bench-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await using var sandbox = await SandboxProcess.StartAsync(folder, cancellationToken);

        for (var api = 0; api < Apis; api++)
        {
            var made = await sandbox.CallAsync(HttpMethod.Post, "/restapis?mode=import&endpointConfigurationTypes=REGIONAL", Document(api), cancellationToken);
            await sandbox.CallAsync(HttpMethod.Post, $"/restapis/{made.GetProperty("id").GetString()}/deployments", """{"stageName": "prod"}""", cancellationToken);
        }

        return (s_filled = (folder, sandbox.Memory)).Value;
    }

    private static string Document(int api)
    {
        var paths = new JsonObject();

        for (var path = 0; path < Paths; path++)
        {
            paths[$"/things{path:000}"] = new JsonObject
            {
                ["get"] = new JsonObject
                {
                    ["operationId"] = $"get{path:000}",
                    ["parameters"] = new JsonArray(new JsonObject { ["name"] = "q", ["in"] = "query", ["schema"] = new JsonObject { ["type"] = "string" } }),
                    ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "OK" } },
                    ["x-amazon-apigateway-integration"] = new JsonObject { ["type"] = "http_proxy", ["httpMethod"] = "GET", ["uri"] = $"https://backend{api:000}.example/things{path:000}", ["requestParameters"] = new JsonObject { ["integration.request.querystring.q"] = "method.request.querystring.q" } },
                },
            };
        }

        return new JsonObject { ["openapi"] = "3.0.1", ["info"] = new JsonObject { ["title"] = $"api {api:000}", ["version"] = "1" }, ["paths"] = paths }.ToJsonString();
    }
}
