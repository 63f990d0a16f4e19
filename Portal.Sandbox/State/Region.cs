using System.Collections.Concurrent;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.State;

/// <summary>
/// What one account holds in one Region. Writers hold <see cref="Gate"/>; readers of the data plane need no lock, because entries are immutable and replaced whole.
/// </summary>
internal sealed class Region(string account, string name)
{
    private readonly ConcurrentDictionary<string, ApiEntry> _apis = new(StringComparer.Ordinal);
    private Map<ApiEntry>? _sorted;

    public string Account => account;

    public string Name => name;

    public Lock Gate { get; } = new();

    /// <summary>Ids of APIs changed or removed since they were last saved.</summary>
    public ConcurrentDictionary<string, bool> Unsaved { get; } = new(StringComparer.Ordinal);

    /// <summary>All APIs, sorted by id; for who holds the gate.</summary>
    public Map<ApiEntry> Apis => _sorted ??= Map<ApiEntry>.Of(_apis);

    public ApiEntry Api(string id) => Find(id) ?? throw NoSuchApi(id);

    public ApiEntry? Find(string id) => _apis.GetValueOrDefault(id);

    public AwsError NoSuchApi(string id) => AwsError.NotFound($"Invalid API identifier specified {account}:{id}");

    public void Put(ApiEntry entry)
    {
        Load(entry);
        Unsaved[entry.Id] = true;
    }

    public void Remove(string id)
    {
        _apis.TryRemove(id, out _);
        _sorted = null;
        Unsaved[id] = true;
    }

    /// <summary>As <see cref="Put"/>, for what was just read from the disk.</summary>
    public void Load(ApiEntry entry)
    {
        _apis[entry.Id] = entry;
        _sorted = null;
    }
}
