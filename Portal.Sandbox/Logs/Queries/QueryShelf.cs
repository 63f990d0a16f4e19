using System.Collections.Concurrent;

namespace Portal.Sandbox.Logs.Queries;

/// <summary>The latest queries of a Region with their results, in memory: a restart forgets them.</summary>
internal sealed class QueryShelf
{
    public const int MostAtOnce = 20;
    private const int Most = 50;

    private readonly ConcurrentDictionary<string, QueryRun> _queries = new(StringComparer.Ordinal);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<QueryRun> All => [.. _queries.Values.OrderByDescending(query => query.Created)];

    public QueryRun? Find(string id) => _queries.GetValueOrDefault(id);

    /// <summary>Keeps a query and lets it run; false if too many do.</summary>
    public bool TryStart(QueryRun query)
    {
        if (_queries.Values.Count(other => other.Status is QueryRun.Running) >= MostAtOnce)
        {
            return false;
        }

        foreach (var old in All.Where(other => other.Status is not QueryRun.Running).Skip(Most - 1))
        {
            _queries.TryRemove(old.Id, out _);
        }

        _queries[query.Id] = query;
        query.Start();
        return true;
    }

    /// <summary>Stops all and forgets them; returns when none reads any longer.</summary>
    public void Clear()
    {
        foreach (var query in All)
        {
            query.Stop();
            query.Work.Wait();
            _queries.TryRemove(query.Id, out _);
        }
    }
}
