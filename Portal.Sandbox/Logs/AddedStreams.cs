namespace Portal.Sandbox.Logs;

/// <summary>Lines that were added to memory and are not kept yet, by their streams. For one thread at a time.</summary>
internal sealed class AddedStreams
{
    private readonly Dictionary<(string Group, string Name), AddedLines> _streams = [];
    private (string Group, string Name, AddedLines Lines)? _last;

    public bool IsEmpty => _streams.Count is 0;

    public IEnumerable<(string Group, string Name, AddedLines Lines)> All => _streams.Select(pair => (pair.Key.Group, pair.Key.Name, pair.Value));

    // Names of stages are the same objects call after call, so most need not be looked up.
    public AddedLines Of(string group, string name)
    {
        if (_last is var (lastGroup, lastName, lines) && ReferenceEquals(lastGroup, group) && ReferenceEquals(lastName, name))
        {
            return lines;
        }

        if (!_streams.TryGetValue((group, name), out var added))
        {
            _streams[(group, name)] = added = new();
        }

        _last = (group, name, added);
        return added;
    }

    /// <summary>What was added later.</summary>
    public void Add(AddedStreams later)
    {
        foreach (var (group, name, lines) in later.All)
        {
            Of(group, name).Add(lines);
        }
    }
}
