using Portal.Server.Gateway;

namespace Portal.Tests.Sync;

/// <summary>Somebody who saw what a test says.</summary>
internal sealed class MemoryWitness : IWitnesses, IChangeWitness
{
    public List<WitnessedChange> Changes { get; } = [];

    public GatewayRefusedException? Refusal { get; set; }

    public Task<IChangeWitness> OpenAsync(Guid connection, CancellationToken cancellationToken) => Task.FromResult<IChangeWitness>(this);

    public Task<IReadOnlyList<WitnessedChange>> ChangesOfAsync(IReadOnlyCollection<string> awsIds, DateTimeOffset since, CancellationToken cancellationToken) =>
        Refusal is { } refusal ? throw refusal : Task.FromResult<IReadOnlyList<WitnessedChange>>([.. Changes.Select(change => change with { Of = [.. awsIds] })]);
}
