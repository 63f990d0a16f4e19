namespace Portal.Benchmarks;

/// <summary>The sandbox alone with an empty folder, from the start of its process until it answers.</summary>
internal sealed class SandboxStart : Benchmark
{
    private const int Rounds = 3;

    public override string Name => "sandbox-start";

    public override string What => "The sandbox alone, empty, from the start of its process until it answers: at most 1 s (median of 3)";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-bench-").FullName;
        var rounds = new List<double>();

        for (var round = 0; round < Rounds; round++)
        {
            await using var sandbox = await SandboxProcess.StartAsync(folder, cancellationToken);
            rounds.Add(sandbox.Started.TotalSeconds);
        }

        Directory.Delete(folder, recursive: true);

        return new Result(Name, 1, rounds.Order().ElementAt(Rounds / 2), "s");
    }
}

/// <summary>The same with 600 APIs of 300 resources.</summary>
internal sealed class CrowdedSandboxStart : Benchmark
{
    private const int Rounds = 3;

    public override string Name => "sandbox-start-crowded";

    public override string What => "The sandbox alone with 600 deployed APIs of 300 resources, until it answers: at most 3 s (median of 3)";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        var (folder, _) = await CrowdedSandbox.FilledAsync(cancellationToken);
        var rounds = new List<double>();

        for (var round = 0; round < Rounds; round++)
        {
            await using var sandbox = await SandboxProcess.StartAsync(folder, cancellationToken);
            rounds.Add(sandbox.Started.TotalSeconds);
        }

        return new Result(Name, 3, rounds.Order().ElementAt(Rounds / 2), "s");
    }
}
