using Portal.Server.Gateway;

namespace Portal.Tests.Sync;

/// <summary>The API keys of the account in memory.</summary>
internal sealed class MemoryKeys(Func<string, Action, Task> callAsync) : IKeyGateway
{
    /// <summary>By AWS's id.</summary>
    public Dictionary<string, MemoryKey> Held { get; } = [];

    public async Task<string?> FindAsync(Guid key, CancellationToken cancellationToken)
    {
        await callAsync($"GetApiKeys {key}", () => { });

        return Held.FirstOrDefault(held => held.Value.Mark == key).Key;
    }

    public async Task<string> CreateAsync(NewKey key, CancellationToken cancellationToken)
    {
        var id = $"aws-{Held.Count + 1}";
        await callAsync("CreateApiKey", () => Held.Add(id, new MemoryKey(key.Id, key.Value)));

        return id;
    }

    public Task PutIntoPlanAsync(Guid mark, string key, string plan, CancellationToken cancellationToken) => callAsync("CreateUsagePlanKey", () => Held[key].Plan = plan);

    public Task DisableAsync(string key, CancellationToken cancellationToken) => callAsync("UpdateApiKey", () => Held.GetValueOrDefault(key)?.Enabled = false);

    public Task TakeOutOfPlanAsync(string key, string plan, CancellationToken cancellationToken) => callAsync("DeleteUsagePlanKey", () => Held.GetValueOrDefault(key)?.Plan = null);

    public Task DeleteAsync(string key, CancellationToken cancellationToken) => callAsync("DeleteApiKey", () => Held.Remove(key));

    public Task SetRemainingAsync(string key, string plan, long remaining, CancellationToken cancellationToken) => callAsync("UpdateUsage", () => { });
}

/// <param name="Mark">The portal's id.</param>
/// <param name="Value">What callers send.</param>
internal sealed record MemoryKey(Guid Mark, string Value)
{
    public bool Enabled { get; set; } = true;

    /// <summary>AWS's id of its plan.</summary>
    public string? Plan { get; set; }
}
