using System.Collections.Concurrent;
using Portal.Sandbox.Admin;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.ApiGatewayV2.DomainNames;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.State;

/// <summary>All accounts and Regions; they know nothing of each other.</summary>
/// <param name="throttle">What the stages of an account may serve in a Region.</param>
/// <param name="folder">Below it is kept what is measured and logged; null keeps it in memory.</param>
/// <param name="logGroups">Log groups that the usual account always has, by Region.</param>
/// <param name="controls">How late stages see what was changed.</param>
/// <param name="time">The sandbox's clock.</param>
internal sealed class World(ThrottleSettings throttle, string? folder, IReadOnlyList<(string Region, string Name)> logGroups, Controls controls, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<(string Account, string Name), Region> _regions = new();

    // Replaced whole: each call of a stage looks for its API here.
    private volatile Region[] _all = [];

    public IEnumerable<Region> Regions => _regions.Values.OrderBy(region => region.Account, StringComparer.Ordinal).ThenBy(region => region.Name, StringComparer.Ordinal);

    public Region Region(string account, string name)
    {
        if (_regions.TryGetValue((account, name), out var known))
        {
            return known;
        }

        var region = _regions.GetOrAdd((account, name), key => new(key.Account, key.Name, throttle, folder is null ? null : Path.Combine(folder, key.Account, key.Name), controls, time));
        lock (_regions)
        {
            _all = [.. _regions.Values];
        }

        return region;
    }

    /// <summary>The API of a call to the data plane, which names neither account nor Region.</summary>
    public (Region Region, ApiEntry Entry)? FindApi(string id)
    {
        foreach (var region in _all)
        {
            if (region.SeenApi(id) is { } entry)
            {
                return (region, entry);
            }
        }

        return null;
    }

    /// <summary>As <see cref="FindApi"/>, of HTTP and WebSocket APIs.</summary>
    public (Region Region, WholeApi Api)? FindApiV2(string id)
    {
        foreach (var region in _all)
        {
            if (region.ApisV2.Seen(id) is { } api)
            {
                return (region, api);
            }
        }

        return null;
    }

    /// <summary>A name of one's own, as it is kept; the same name is nowhere twice but by accident.</summary>
    public WholeDomain? FindDomain(string key)
    {
        foreach (var (_, region) in _regions)
        {
            if (region.DomainsV2.Find(key) is { } whole)
            {
                return whole;
            }
        }

        return null;
    }

    public void Dispose()
    {
        foreach (var (_, region) in _regions)
        {
            region.Dispose();
        }
    }

    public void Reset()
    {
        Clear();
        MakeLogGroups();
    }

    /// <summary>Leaves nothing.</summary>
    public void Clear()
    {
        foreach (var (_, region) in _regions)
        {
            lock (region.Gate)
            {
                region.Clear();
            }
        }
    }

    /// <summary>Makes those that are not there.</summary>
    public void MakeLogGroups()
    {
        foreach (var (region, name) in logGroups)
        {
            Region(CallScope.DefaultAccount, region).Logs.Make(name, time.GetUtcNow());
        }
    }
}
