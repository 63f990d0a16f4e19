using Portal.Sandbox.Logs.Queries;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Logs;

/// <summary>
/// The log groups of one account and Region. Whoever logs adds to memory and never waits for the disk; <see cref="Flush"/>, called in the background, moves it there.
/// A reader sees all that was added before it asked. When more is held than may be, what was kept first is forgotten, as if its retention had ended.
/// </summary>
internal sealed class LogStore(string? file, long most = 2L * 1024 * 1024 * 1024) : IKept
{
    private readonly Lock _adding = new();
    private readonly Lock _keeping = new();
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private AddedStreams _added = new();
    private LogDatabase? _kept;
    private long _size;

    /// <summary>What is asked of them in the background.</summary>
    public QueryShelf Queries { get; } = new();

    private bool IsUntouched => _kept is null && !File.Exists(file);

    /// <summary>Adds a line; its stream is made when there is none. A line for a group that is not there is lost, as on AWS.</summary>
    public void Add(string group, string stream, DateTimeOffset now, string message)
    {
        var time = now.ToUnixTimeMilliseconds();
        lock (_adding)
        {
            _added.Of(group, stream).Add(new(time, message), time);
        }
    }

    /// <param name="group">The group.</param>
    /// <param name="stream">Made when there is none.</param>
    /// <param name="now">When they come.</param>
    /// <param name="events">The lines.</param>
    /// <param name="makesGroup">Whether a group that is not there is made, too.</param>
    public void Add(string group, string stream, DateTimeOffset now, IEnumerable<LogEvent> events, bool makesGroup = false)
    {
        var ingested = now.ToUnixTimeMilliseconds();
        lock (_adding)
        {
            var lines = _added.Of(group, stream);
            lines.MakesGroup |= makesGroup;
            foreach (var line in events)
            {
                lines.Add(line, ingested);
            }
        }
    }

    /// <summary>Keeps many events at once, past memory: each list is a block, sorted by time and of a day at most. Lines for a group that is not there are lost, as on AWS.</summary>
    public void Keep(string group, string stream, DateTimeOffset now, IEnumerable<IReadOnlyList<LogEvent>> blocks)
    {
        lock (_keeping)
        {
            Keep();
            if (!Kept().HasGroup(group))
            {
                _missing.Add(group);
                return;
            }

            Kept().Together(() =>
            {
                Kept().PutStream(group, stream, now.ToUnixTimeMilliseconds());
                foreach (var block in blocks.Where(block => block.Count > 0))
                {
                    _size += Kept().PutBlock(group, stream, block, now.ToUnixTimeMilliseconds());
                }
            });
            Trim();
        }
    }

    /// <summary>Makes a group that is not there.</summary>
    public void Make(string group, DateTimeOffset now) => With(logs =>
    {
        if (!logs.HasGroup(group))
        {
            logs.PutGroup(group, now.ToUnixTimeMilliseconds());
        }

        return group;
    });

    public void Flush()
    {
        lock (_keeping)
        {
            Keep();
        }
    }

    /// <summary>Asks or changes what is kept, alone, after all that was added so far.</summary>
    public T With<T>(Func<LogDatabase, T> ask)
    {
        lock (_keeping)
        {
            Keep();
            return ask(Kept());
        }
    }

    /// <summary>Groups that lines were meant for and that are not there; each is told once.</summary>
    public IReadOnlyList<string> TakeMissing()
    {
        lock (_keeping)
        {
            string[] missing = [.. _missing];
            _missing.Clear();
            return missing;
        }
    }

    /// <summary>Forgets what no group keeps any longer.</summary>
    public void Age(DateTimeOffset now)
    {
        lock (_keeping)
        {
            Keep();
            if (IsUntouched)
            {
                return;
            }

            Kept().Together(() =>
            {
                foreach (var group in Kept().Groups(""))
                {
                    if (group.RetentionInDays is { } days)
                    {
                        Kept().DropBefore(group.Name, now.AddDays(-days).ToUnixTimeMilliseconds());
                    }
                }
            });
            _size = Kept().Size;
        }
    }

    public void Clear()
    {
        Queries.Clear();
        lock (_keeping)
        {
            lock (_adding)
            {
                _added = new();
            }

            if (IsUntouched)
            {
                return;
            }

            Kept().Together(() =>
            {
                foreach (var group in Kept().Groups(""))
                {
                    Kept().DropGroup(group.Name);
                }
            });
            _size = 0;
        }
    }

    public byte[]? Saved()
    {
        lock (_keeping)
        {
            Keep();
            return IsUntouched ? null : Kept().Saved();
        }
    }

    public void Restore(byte[] content)
    {
        lock (_keeping)
        {
            Kept().Restore(content);
            _size = Kept().Size;
        }
    }

    public void Dispose()
    {
        Queries.Clear();
        lock (_keeping)
        {
            _kept?.Dispose();
        }
    }

    private LogDatabase Kept()
    {
        if (_kept is null)
        {
            _kept = new(file);
            _size = _kept.Size;
        }

        return _kept;
    }

    private void Keep()
    {
        AddedStreams added;
        lock (_adding)
        {
            if (_added.IsEmpty)
            {
                return;
            }

            (added, _added) = (_added, new());
        }

        try
        {
            Kept().Together(() =>
            {
                foreach (var (group, stream, lines) in added.All)
                {
                    Keep(group, stream, lines);
                }

                Trim();
            });
        }
        catch
        {
            lock (_adding)
            {
                // Before what was added meanwhile.
                added.Add(_added);
                _added = added;
            }

            throw;
        }
    }

    private void Keep(string group, string stream, AddedLines lines)
    {
        if (!Kept().HasGroup(group))
        {
            if (!lines.MakesGroup)
            {
                _missing.Add(group);
                return;
            }

            Kept().PutGroup(group, lines.Ingested);
        }

        Kept().PutStream(group, stream, lines.Ingested);
        foreach (var block in lines.Blocks())
        {
            _size += Kept().PutBlock(group, stream, block, lines.Ingested);
        }
    }

    private void Trim()
    {
        while (_size > most)
        {
            Kept().DropOldest(1_000);
            _size = Kept().Size;
        }
    }
}
