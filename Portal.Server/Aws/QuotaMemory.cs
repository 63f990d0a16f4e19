using System.Collections.Concurrent;

namespace Portal.Server.Aws;

/// <summary>How many resources and stages an API had when they were last counted: AWS lets them be counted for a few APIs at a time only.</summary>
internal sealed class QuotaMemory
{
    private readonly ConcurrentDictionary<string, ApiSize> _sizes = new();

    public void Keep(string restApiId, ApiSize size) => _sizes[restApiId] = size;

    public ApiSize? Find(string restApiId) => _sizes.GetValueOrDefault(restApiId);

    /// <summary>Those that were never counted, then those counted longest ago.</summary>
    public IEnumerable<T> OldestFirst<T>(IEnumerable<T> apis, Func<T, string> id) => apis.OrderBy(api => Find(id(api))?.At ?? DateTimeOffset.MinValue);
}

/// <param name="Resources">Its paths, the root among them.</param>
/// <param name="Stages">Its stages.</param>
/// <param name="At">When they were counted.</param>
internal sealed record ApiSize(int Resources, int Stages, DateTimeOffset At);
