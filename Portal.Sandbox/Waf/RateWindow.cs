namespace Portal.Sandbox.Waf;

/// <summary>Calls in the last while, by key, in ten parts of it: what is older than that goes part by part. The service looks less closely, and later.</summary>
internal sealed class RateWindow(long limit, TimeSpan window)
{
    private const int Parts = 10;
    private const int MostKeys = 10_000;

    private readonly Dictionary<string, (long Part, long[] Counts)> _counts = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Counts a call, and tells whether there are too many with it.</summary>
    public bool IsOver(string key, DateTimeOffset now)
    {
        var part = now.Ticks / (window.Ticks / Parts);
        lock (_gate)
        {
            if (!_counts.TryGetValue(key, out var held))
            {
                if (_counts.Count >= MostKeys)
                {
                    Forget(part);
                }

                held = (part, new long[Parts]);
            }

            for (var old = Math.Max(held.Part + 1, part - Parts + 1); old <= part; old++)
            {
                held.Counts[old % Parts] = 0;
            }

            held.Counts[part % Parts]++;
            _counts[key] = (Math.Max(part, held.Part), held.Counts);
            return held.Counts.Sum() > limit;
        }
    }

    private void Forget(long part)
    {
        foreach (var key in _counts.Where(pair => pair.Value.Part <= part - Parts).Select(pair => pair.Key).ToArray())
        {
            _counts.Remove(key);
        }

        if (_counts.Count >= MostKeys)
        {
            _counts.Clear();
        }
    }
}
