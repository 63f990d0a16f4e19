using Portal.Sandbox.State;

namespace Portal.Sandbox.CloudTrail;

/// <summary>
/// The calls of one account and Region, for ninety days, and at most so many. Whoever calls does not wait for the disk; <see cref="Flush"/>, called in the background,
/// moves them there. A reader sees all that was added before it asked.
/// </summary>
internal sealed class TrailStore(string? file, long most = 100_000) : IKept
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private readonly Lock _adding = new();
    private readonly Lock _keeping = new();
    private List<TrailEvent> _added = [];
    private TrailDatabase? _kept;
    private long _count;

    private bool IsUntouched => _kept is null && !File.Exists(file);

    public void Add(TrailEvent call)
    {
        lock (_adding)
        {
            _added.Add(call);
        }
    }

    /// <summary>Newest first, each with its number and resources.</summary>
    public IReadOnlyList<(long Number, TrailEvent Event)> Find(TrailAttribute? attribute, DateTimeOffset from, DateTimeOffset to, (long Time, long Number) before, int count)
    {
        lock (_keeping)
        {
            Keep();
            var database = Open();
            return [.. database.Find(attribute, from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds(), before, count).Select(found => (found.Number, found.Event with { Resources = database.Resources(found.Number) }))];
        }
    }

    public void Flush()
    {
        lock (_keeping)
        {
            Keep();
        }
    }

    public void Age(DateTimeOffset now)
    {
        lock (_keeping)
        {
            Keep();
            if (!IsUntouched)
            {
                Open().Together(() => Open().DropBefore((now - Kept).ToUnixTimeMilliseconds()));
                _count = Open().Count;
            }
        }
    }

    public void Clear()
    {
        lock (_keeping)
        {
            lock (_adding)
            {
                _added = [];
            }

            if (!IsUntouched)
            {
                Open().Together(Open().Clear);
                _count = 0;
            }
        }
    }

    public byte[]? Saved()
    {
        lock (_keeping)
        {
            Keep();
            return IsUntouched ? null : Open().Saved();
        }
    }

    public void Restore(byte[] content)
    {
        lock (_keeping)
        {
            Open().Restore(content);
            _count = Open().Count;
        }
    }

    public void Dispose()
    {
        lock (_keeping)
        {
            _kept?.Dispose();
        }
    }

    private TrailDatabase Open()
    {
        if (_kept is null)
        {
            _kept = new(file);
            _count = _kept.Count;
        }

        return _kept;
    }

    private void Keep()
    {
        List<TrailEvent> added;
        lock (_adding)
        {
            if (_added.Count is 0)
            {
                return;
            }

            (added, _added) = (_added, []);
        }

        try
        {
            Open().Together(() => added.ForEach(Open().Add));
            _count += added.Count;
            // A little more than is too much, so that not every call drops one.
            if (_count > most + (most / 10))
            {
                Open().Together(() => Open().DropOldest(_count - most));
                _count = most;
            }
        }
        catch
        {
            lock (_adding)
            {
                _added = [.. added, .. _added];
            }

            throw;
        }
    }
}
