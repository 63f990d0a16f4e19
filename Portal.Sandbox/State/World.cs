using System.Collections.Concurrent;
using Portal.Sandbox.ApiGateway.RestApis;

namespace Portal.Sandbox.State;

/// <summary>All accounts and Regions; they know nothing of each other.</summary>
internal sealed class World
{
    private readonly ConcurrentDictionary<(string Account, string Name), Region> _regions = new();

    public IEnumerable<Region> Regions => _regions.Values.OrderBy(region => region.Account, StringComparer.Ordinal).ThenBy(region => region.Name, StringComparer.Ordinal);

    public Region Region(string account, string name) => _regions.GetOrAdd((account, name), static key => new(key.Account, key.Name));

    /// <summary>The API of a call to the data plane, which names neither account nor Region.</summary>
    public (Region Region, ApiEntry Entry)? FindApi(string id)
    {
        foreach (var (_, region) in _regions)
        {
            if (region.Find(id) is { } entry)
            {
                return (region, entry);
            }
        }

        return null;
    }

    public void Reset()
    {
        foreach (var (_, region) in _regions)
        {
            lock (region.Gate)
            {
                foreach (var id in region.Apis.Keys)
                {
                    region.Remove(id);
                }
            }
        }
    }
}
