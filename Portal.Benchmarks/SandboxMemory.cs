namespace Portal.Benchmarks;

/// <summary>What the sandbox holds of the machine's memory with 600 APIs of 300 resources: when it was told them, or read them from the disk.</summary>
internal sealed class SandboxMemory : Benchmark
{
    public override string Name => "sandbox-memory";

    public override string What => "The sandbox alone with 600 deployed APIs of 300 resources, told or read: at most 1,024 MiB of memory";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        var (folder, told) = await CrowdedSandbox.FilledAsync(cancellationToken);
        await using var sandbox = await SandboxProcess.StartAsync(folder, cancellationToken);
        await sandbox.Http.GetStringAsync("/restapis?limit=500", cancellationToken);

        return new Result(Name, 1_024, Math.Max(told, sandbox.Memory), "MB");
    }
}
