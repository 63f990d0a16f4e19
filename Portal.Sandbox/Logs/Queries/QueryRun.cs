using System.Text;

namespace Portal.Sandbox.Logs.Queries;

/// <summary>
/// A query at work in the background: reads so many events at a time, newest first, so that neither who logs nor who reads waits for it. What comes meanwhile and is
/// newer than where it is is not seen.
/// </summary>
internal sealed class QueryRun
{
    private const int Batch = 20_000;

    private readonly Pipeline _pipeline;
    private readonly LogStore _logs;
    private readonly string _account;
    private volatile string _status = Running;
    private volatile bool _isStopped;
    private long _scanned;
    private long _bytes;

    public QueryRun(LogStore logs, string account, IReadOnlyList<string> groups, string text, int? limit, long from, long to, DateTimeOffset created)
    {
        (_logs, _account, Groups, Text, From, To, Created) = (logs, account, groups, text, from, to, created);
        _pipeline = Pipeline.Parse(text, limit);
    }

    public const string Running = "Running";
    public const string Complete = "Complete";
    public const string Cancelled = "Cancelled";
    public const string Failed = "Failed";

    public string Id { get; } = Guid.NewGuid().ToString();

    public IReadOnlyList<string> Groups { get; }

    public string Text { get; }

    public long From { get; }

    /// <summary>Included.</summary>
    public long To { get; }

    public DateTimeOffset Created { get; }

    public Task Work { get; private set; } = Task.CompletedTask;

    public string Status => _status;

    public long Scanned => Interlocked.Read(ref _scanned);

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Known at the end.</summary>
    public long Matched => _status is Complete ? _pipeline.Matched.Rows : 0;

    public IReadOnlyList<IReadOnlyList<(string Field, string Value)>> Rows => _status is Complete ? _pipeline.Shown.Rows : [];

    public void Start() => Work = Task.Run(Run);

    /// <summary>Whether there was something to stop.</summary>
    public bool Stop()
    {
        if (_status is not Running)
        {
            return false;
        }

        _isStopped = true;
        return true;
    }

    private void Run()
    {
        try
        {
            Read();
            if (_isStopped)
            {
                _status = Cancelled;
                return;
            }

            _pipeline.First.End();
            _status = Complete;
        }
#pragma warning disable CA1031 // There is nobody to throw it to: whoever asks for the results is told.
        catch (Exception)
#pragma warning restore CA1031
        {
            _status = Failed;
        }
    }

    /// <summary>Of several groups the newest event of all comes first.</summary>
    private void Read()
    {
        List<IEnumerator<(string Group, KeptEvent Line)>> open = [.. Groups.Select(group => Lines(group).GetEnumerator())];
        open.RemoveAll(lines => !lines.MoveNext());
        while (open.Count > 0 && !_isStopped)
        {
            var newest = open.Count is 1 ? open[0] : open.MaxBy(lines => lines.Current.Line.Position.Timestamp)!;
            var (group, line) = newest.Current;
            Interlocked.Increment(ref _scanned);
            Interlocked.Add(ref _bytes, Encoding.UTF8.GetByteCount(line.Message));
            _pipeline.First.Take(new(line, group, _account));
            if (!newest.MoveNext())
            {
                open.Remove(newest);
            }
        }
    }

    private IEnumerable<(string Group, KeptEvent Line)> Lines(string group)
    {
        Position? beyond = null;
        while (!_isStopped)
        {
            var before = beyond;
            var batch = _logs.With(logs => new EventReader(logs, group, _ => true).Read(From, To, before, isBackward: true).Take(Batch).ToList());
            foreach (var line in batch)
            {
                yield return (group, line);
            }

            if (batch.Count < Batch)
            {
                yield break;
            }

            beyond = batch[^1].Position;
        }
    }
}
