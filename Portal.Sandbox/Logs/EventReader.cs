namespace Portal.Sandbox.Logs;

/// <summary>
/// The events of a group in the order of their time, one way or the other, out of blocks that may overlap: a block is opened when its time has come,
/// and of all open ones the next event is taken. Nothing is read before it is asked for.
/// </summary>
internal sealed class EventReader(LogDatabase database, string group, Func<string, bool> wantsStream)
{
    private const int Batch = 500;

    /// <summary>Events of a span, both ends included, after (or, backward, before) a position.</summary>
    public IEnumerable<KeptEvent> Read(long from, long to, Position? beyond, bool isBackward)
    {
        var (start, end) = isBackward ? (from, Math.Min(to, beyond?.Timestamp ?? to)) : (Math.Max(from, beyond?.Timestamp ?? from), to);
        var wanted = Merged(start, end, isBackward).SkipWhile(line => isBackward ? line.Position.Timestamp > end : line.Position.Timestamp < start);
        foreach (var line in wanted)
        {
            if (isBackward ? line.Position.Timestamp < start : line.Position.Timestamp > end)
            {
                yield break;
            }

            if (beyond is null || (isBackward ? line.Position.CompareTo(beyond.Value) < 0 : line.Position.CompareTo(beyond.Value) > 0))
            {
                yield return line;
            }
        }
    }

    private IEnumerable<KeptEvent> Merged(long from, long to, bool isBackward)
    {
        var order = isBackward ? Comparer<Position>.Create((left, right) => right.CompareTo(left)) : Comparer<Position>.Default;
        PriorityQueue<IEnumerator<KeptEvent>, Position> open = new(order);
        using var blocks = Blocks(from, to, isBackward).GetEnumerator();
        var more = blocks.MoveNext();
        while (more || open.Count > 0)
        {
            while (more && (!open.TryPeek(out _, out var next) || (isBackward ? blocks.Current.Last >= next.Timestamp : blocks.Current.First <= next.Timestamp)))
            {
                Push(open, Events(blocks.Current, isBackward).GetEnumerator());
                more = blocks.MoveNext();
            }

            if (open.TryDequeue(out var events, out _))
            {
                yield return events.Current;
                Push(open, events);
            }
        }
    }

    private IEnumerable<Block> Blocks(long from, long to, bool isBackward)
    {
        Block? last = null;
        IReadOnlyList<Block> batch;
        do
        {
            batch = isBackward
                ? database.Backward(group, from, to < long.MaxValue - Block.LongestSpan ? to + Block.LongestSpan : to, last, Batch)
                : database.Forward(group, Math.Max(0, from - Block.LongestSpan), to, last, Batch);
            foreach (var block in batch)
            {
                if (block.First <= to && block.Last >= from && wantsStream(block.Stream))
                {
                    yield return block;
                }
            }

            last = batch.Count > 0 ? batch[^1] : null;
        }
        while (batch.Count is Batch);
    }

    private IEnumerable<KeptEvent> Events(Block block, bool isBackward)
    {
        var events = database.Data(block.Id) is var (data, count) ? block.Unpack(data, count) : [];
        return isBackward ? events.Reverse() : events;
    }

    private static void Push(PriorityQueue<IEnumerator<KeptEvent>, Position> open, IEnumerator<KeptEvent> events)
    {
        if (events.MoveNext())
        {
            open.Enqueue(events, events.Current.Position);
        }
        else
        {
            events.Dispose();
        }
    }
}
