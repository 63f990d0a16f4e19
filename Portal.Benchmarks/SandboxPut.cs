using System.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>PutRestApi of a document of 1.7 MB, straight to the sandbox.</summary>
internal sealed class SandboxPut : Benchmark
{
    private const int Rounds = 3;

    public override string Name => "sandbox-put";

    public override string What => "PutRestApi of a document of 1.7 MB and 296 operations by the sandbox alone: at most 1 s (median of 3; --document FILE takes another)";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        var text = document is null ? LargeDocument.Make() : await File.ReadAllTextAsync(document, cancellationToken);
        var folder = Directory.CreateTempSubdirectory("sandbox-bench-").FullName;
        var rounds = new List<double>();

        await using (var sandbox = await SandboxProcess.StartAsync(folder, cancellationToken))
        {
            for (var round = 0; round < Rounds; round++)
            {
                var made = await sandbox.CallAsync(HttpMethod.Post, "/restapis", """{"name": "large"}""", cancellationToken);
                var watch = Stopwatch.StartNew();
                await sandbox.CallAsync(HttpMethod.Put, $"/restapis/{made.GetProperty("id").GetString()}?mode=overwrite", text, cancellationToken);
                rounds.Add(watch.Elapsed.TotalSeconds);
            }
        }

        Directory.Delete(folder, recursive: true);

        return new Result(Name, 1, rounds.Order().ElementAt(Rounds / 2), "s");
    }
}
