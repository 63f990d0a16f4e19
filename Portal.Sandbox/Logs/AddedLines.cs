namespace Portal.Sandbox.Logs;

/// <summary>Lines of one stream that were added to memory and are not kept yet, in pieces, each of which becomes a block. For one thread at a time.</summary>
internal sealed class AddedLines
{
    // A longer list would be a large object, which is collected with the whole heap only.
    private const int LongestPiece = 2_000;

    private readonly List<List<LogEvent>> _pieces = [];

    /// <summary>When the last of them came.</summary>
    public long Ingested { get; private set; }

    /// <summary>Whether their group is made if it is not there.</summary>
    public bool MakesGroup { get; set; }

    public void Add(LogEvent line, long ingested)
    {
        Ingested = Math.Max(Ingested, ingested);
        if (_pieces is [] || _pieces[^1].Count >= LongestPiece)
        {
            _pieces.Add([]);
        }

        _pieces[^1].Add(line);
    }

    /// <summary>What was added later.</summary>
    public void Add(AddedLines later)
    {
        (Ingested, MakesGroup) = (Math.Max(Ingested, later.Ingested), MakesGroup || later.MakesGroup);
        _pieces.AddRange(later._pieces);
    }

    /// <summary>Sorted by time, those of one time as they came, and of a day at most.</summary>
    public IEnumerable<IReadOnlyList<LogEvent>> Blocks() => _pieces.SelectMany(piece =>
    {
        var sorted = IsSorted(piece) ? piece : [.. piece.OrderBy(line => line.Timestamp)];
        var first = sorted[0].Timestamp;
        return sorted[^1].Timestamp - first < Block.LongestSpan ? [sorted] : sorted.GroupBy(line => (line.Timestamp - first) / Block.LongestSpan).Select(day => (IReadOnlyList<LogEvent>)[.. day]);
    });

    private static bool IsSorted(List<LogEvent> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Timestamp < lines[i - 1].Timestamp)
            {
                return false;
            }
        }

        return true;
    }
}
