using System.Collections.Concurrent;

namespace Portal.Sandbox.State;

/// <summary>
/// How often the caches of a stage were emptied. What caches answers keeps the number of its moment with them, and does not give an answer of another number.
/// In memory only, as caches are. Thread-safe.
/// </summary>
internal sealed class FlushBook
{
    public const string Answers = "data";
    public const string Authorizers = "authorizers";

    private readonly ConcurrentDictionary<(string Api, string Stage, string What), long> _flushes = new();

    public long Of(string api, string stage, string what) => _flushes.GetValueOrDefault((api, stage, what));

    public void Flush(string api, string stage, string what) => _flushes.AddOrUpdate((api, stage, what), 1, (_, before) => before + 1);
}
