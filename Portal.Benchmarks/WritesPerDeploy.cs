using System.Net.Http.Json;
using System.Text.Json;

namespace Portal.Benchmarks;

/// <summary>Counts what the sandbox was asked to write until a large API answered.</summary>
internal sealed class WritesPerDeploy : Benchmark
{
    public override string Name => "writes-per-deploy";

    public override string What => "Writes to AWS to create and deploy a REST API of any size: at most 5, with an access log";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        await using var portal = await RunningPortal.StartAsync(cancellationToken);
        var text = document is null ? LargeDocument.Make() : await File.ReadAllTextAsync(document, cancellationToken);

        await portal.ApplyAsync(await portal.ProposeAsync(text, cancellationToken), cancellationToken);

        var sandbox = (await portal.GetAsync("/api/v1/connections", cancellationToken)).GetProperty("items")[0].GetProperty("serviceUrl").GetString();
        using var http = new HttpClient();
        var calls = await http.GetFromJsonAsync<JsonElement>(new Uri(new Uri(sandbox!), "_sandbox/calls"), cancellationToken);
        var writes = calls.GetProperty("calls").EnumerateArray()
            .Count(call => !call.GetProperty("isRead").GetBoolean());

        return new Result(Name, 5, writes, "");
    }
}
