using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.ApiGateway;

public sealed class LargeDocumentTests
{
    /// <summary>The largest real document at hand, less what API Gateway refuses, with mocks: it deploys and answers.</summary>
    [Fact]
    public async Task A_document_of_hundreds_of_operations_deploys_and_answers()
    {
        Assert.SkipUnless(File.Exists(SampleFile()), "The sample documents are not beside the repository.");
        await using var bench = await Bench.StartAsync();
        var document = Cleaned(JsonNode.Parse(await File.ReadAllTextAsync(SampleFile(), TestContext.Current.CancellationToken))!);

        var clock = Stopwatch.StartNew();
        var id = (await bench.DoneAsync(HttpMethod.Post, "/restapis?mode=import", document))["id"]!.GetValue<string>();
        TestContext.Current.SendDiagnosticMessage($"imported {document.Length} characters in {clock.ElapsedMilliseconds} ms");
        await bench.DeployAsync(id);

        Assert.Equal("""{"ok":true}""", (await bench.InvokeAsync(id, "/users/me")).Body);
    }

    private static string Cleaned(JsonNode document)
    {
        var mock = JsonNode.Parse(Given.MockDocument())!["paths"]!["/pets"]!["get"]!["x-amazon-apigateway-integration"]!;
        var paths = document["paths"]!.AsObject();
        foreach (var (path, item) in paths.ToList())
        {
            if (IsRefused(path))
            {
                paths.Remove(path);
                continue;
            }

            foreach (var (_, operation) in item!.AsObject().Where(member => member.Value is JsonObject))
            {
                operation!["x-amazon-apigateway-integration"] = mock.DeepClone();
            }
        }

        // Box writes names such as File--Full.
        return document.ToJsonString().Replace("--", "", StringComparison.Ordinal);
    }

    /// <summary>Marks in a path, variables in part of a segment, and a second variable beside {scope}.</summary>
    private static bool IsRefused(string path) =>
        path.Contains('#', StringComparison.Ordinal)
        || path.Contains("/metadata_templates/{template_id}", StringComparison.Ordinal)
        || path.Contains("/metadata_templates/{namespace}", StringComparison.Ordinal)
        || path.Split('/').Any(part => part.Contains('{', StringComparison.Ordinal) && !(part.StartsWith('{') && part.EndsWith('}')));

    private static string SampleFile([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../../shared/samples/box-3.0.json");
}
