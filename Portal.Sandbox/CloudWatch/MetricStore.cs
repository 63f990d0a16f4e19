using Portal.Sandbox.State;

namespace Portal.Sandbox.CloudWatch;

/// <summary>
/// What was measured in one account and Region. Whoever measures adds to memory and never waits for the disk; <see cref="Flush"/>, called in the background,
/// moves it there. A reader sees all that was added before it asked.
/// </summary>
internal sealed class MetricStore(string? file) : IKept
{
    private const int Minute = 60;
    private const int Hour = 3_600;

    private readonly Lock _adding = new();
    private readonly Lock _keeping = new();
    private Dictionary<(Series Series, long Minute), Distribution> _added = [];
    private object _round = new();
    private MetricDatabase? _kept;

    private MetricDatabase Kept => _kept ??= new(file);

    private bool IsUntouched => _kept is null && !File.Exists(file);

    /// <summary>Adds a value to each of these series.</summary>
    public void Add(DateTimeOffset time, ReadOnlySpan<(Series Series, double Value)> values)
    {
        var minute = time.ToUnixTimeSeconds() / Minute;
        lock (_adding)
        {
            foreach (var (series, value) in values)
            {
                At(series, minute).Add(value);
            }
        }
    }

    /// <summary>Adds values to a set that is measured often. There are as many as one level of it has, and each level gets the same; NaN is no value.</summary>
    public void Add(DateTimeOffset time, SeriesSet set, ReadOnlySpan<double> values)
    {
        var minute = time.ToUnixTimeSeconds() / Minute;
        lock (_adding)
        {
            var gathered = set.Gathered(_round, minute);
            for (var level = 0; level < gathered.Length; level += values.Length)
            {
                for (var i = 0; i < values.Length; i++)
                {
                    if (!double.IsNaN(values[i]))
                    {
                        (gathered[level + i] ??= At(set.Series[level + i], minute)).Add(values[i]);
                    }
                }
            }
        }
    }

    public void Add(DateTimeOffset time, Series series, Distribution values)
    {
        lock (_adding)
        {
            At(series, time.ToUnixTimeSeconds() / Minute).Add(values);
        }
    }

    /// <summary>Keeps whole hours at once, past memory; a minute is its number in the hour.</summary>
    public void Keep(IEnumerable<(Series Series, long Hour, IEnumerable<KeyValuePair<int, Distribution>> Minutes)> hours)
    {
        lock (_keeping)
        {
            Keep();
            Kept.Together(() =>
            {
                foreach (var (series, hour, minutes) in hours)
                {
                    Merge(series, hour, minutes);
                }
            });
        }
    }

    public void Flush()
    {
        lock (_keeping)
        {
            Keep();
        }
    }

    /// <summary>The units in which a metric has values.</summary>
    public IReadOnlyList<string> Units(Metric metric)
    {
        lock (_keeping)
        {
            Keep();
            return Kept.Units(metric);
        }
    }

    /// <summary>Metrics that had a value since then, give or take an hour, sorted by key.</summary>
    public IReadOnlyList<Metric> Metrics(DateTimeOffset since)
    {
        lock (_keeping)
        {
            Keep();
            return Kept.Metrics(since.ToUnixTimeSeconds() / Hour);
        }
    }

    /// <summary>The values from one second up to, and without, another, each with the second at which its minute (or what became of it) began.</summary>
    public IReadOnlyList<(long Second, Distribution Values)> Read(Series series, long from, long to)
    {
        IReadOnlyList<(long Hour, byte[] Data)> chunks;
        lock (_keeping)
        {
            Keep();
            chunks = Kept.Chunks(series, from / Hour, to / Hour);
        }

        return [.. chunks
            .SelectMany(chunk => Chunk.Unpack(chunk.Data).Select(minute => (Second: (chunk.Hour * Hour) + (minute.Key * Minute), minute.Value)))
            .Where(minute => minute.Second >= from && minute.Second < to)];
    }

    /// <summary>Makes coarser what is old, and forgets what is very old, as CloudWatch does.</summary>
    public void Age(DateTimeOffset now)
    {
        lock (_keeping)
        {
            Keep();
            if (IsUntouched)
            {
                return;
            }

            Kept.Together(() =>
            {
                Coarsen(Retention.Minutes, now);
                Coarsen(Retention.FiveMinutes, now);
                Kept.Drop(Retention.Hours.EndsBefore(now) / Hour);
            });
        }
    }

    public void Clear()
    {
        lock (_keeping)
        {
            lock (_adding)
            {
                (_added, _round) = ([], new());
            }

            if (IsUntouched)
            {
                return;
            }

            Kept.Together(() => Kept.Drop(long.MaxValue));
        }
    }

    public byte[]? Saved()
    {
        lock (_keeping)
        {
            Keep();
            return IsUntouched ? null : Kept.Saved();
        }
    }

    public void Restore(byte[] content)
    {
        lock (_keeping)
        {
            Kept.Restore(content);
        }
    }

    public void Dispose()
    {
        lock (_keeping)
        {
            _kept?.Dispose();
        }
    }

    private Distribution At(Series series, long minute) => _added.TryGetValue((series, minute), out var found) ? found : _added[(series, minute)] = new();

    private void Keep()
    {
        Dictionary<(Series Series, long Minute), Distribution> added;
        lock (_adding)
        {
            if (_added.Count is 0)
            {
                return;
            }

            (added, _added, _round) = (_added, [], new());
        }

        try
        {
            Kept.Together(() =>
            {
                foreach (var hour in added.GroupBy(pair => (pair.Key.Series, Hour: pair.Key.Minute / 60)))
                {
                    Merge(hour.Key.Series, hour.Key.Hour, hour.Select(pair => KeyValuePair.Create((int)(pair.Key.Minute % 60), pair.Value)));
                }
            });
        }
        catch
        {
            PutBack(added);
            throw;
        }
    }

    private void Merge(Series series, long hour, IEnumerable<KeyValuePair<int, Distribution>> added)
    {
        var id = Kept.Touch(series, hour);
        var (step, data) = Kept.Chunk(id, hour) ?? (Minute, []);
        Kept.Put(id, hour, step, data is [] ? Chunk.Pack(added.OrderBy(minute => minute.Key)) : Chunk.Merged([.. Chunk.Unpack(data), .. added], step));
    }

    private void Coarsen(Retention retention, DateTimeOffset now)
    {
        const int batch = 1_000;
        while (Kept.Older(retention.Step, retention.EndsBefore(now) / Hour, batch) is { Count: > 0 } old)
        {
            foreach (var (series, hour, data) in old)
            {
                Kept.Put(series, hour, retention.Next, Chunk.Merged(Chunk.Unpack(data), retention.Next));
            }
        }
    }

    private void PutBack(Dictionary<(Series Series, long Minute), Distribution> added)
    {
        lock (_adding)
        {
            foreach (var ((series, minute), values) in added)
            {
                At(series, minute).Add(values);
            }
        }
    }
}
