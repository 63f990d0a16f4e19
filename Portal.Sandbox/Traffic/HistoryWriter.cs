using Portal.Sandbox.CloudWatch;
using Portal.Sandbox.Logs;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Traffic;

/// <summary>Gathers the calls of a day of one API, and writes them to metrics and logs together: what is counted here is what is logged there.</summary>
internal sealed class HistoryWriter(Region region)
{
    private readonly Dictionary<(Series Series, long Hour), Distribution?[]> _hours = [];
    private readonly Dictionary<CalledStage, List<List<LogEvent>>> _lines = [];

    public void Add(MadeCall call)
    {
        var (hour, minute) = (call.Time.ToUnixTimeSeconds() / 3_600, call.Time.Minute);
        foreach (var (series, value) in call.Stage.Counted(call))
        {
            Add(series, hour, minute, value);
        }

        if (call.Stage.Log is { } log)
        {
            // A line is written when its call has ended.
            Block(call.Stage, hour).Add(new(call.Time.ToUnixTimeMilliseconds(), log.Line(call.Value)));
        }
    }

    public void Write(DateTimeOffset now)
    {
        region.Metrics.Keep(_hours.Select(pair => (pair.Key.Series, pair.Key.Hour, Minutes(pair.Value))));
        foreach (var (stage, blocks) in _lines)
        {
            region.Logs.Keep(stage.Log!.Group, stage.StreamName, now, blocks);
        }
    }

    private static IEnumerable<KeyValuePair<int, Distribution>> Minutes(Distribution?[] hour) =>
        hour.Select((values, minute) => KeyValuePair.Create(minute, values)).Where(pair => pair.Value is not null)!;

    private void Add(Series series, long hour, int minute, double value)
    {
        if (!_hours.TryGetValue((series, hour), out var minutes))
        {
            _hours[(series, hour)] = minutes = new Distribution?[60];
        }

        (minutes[minute] ??= new()).Add(value);
    }

    private List<LogEvent> Block(CalledStage stage, long hour)
    {
        if (!_lines.TryGetValue(stage, out var blocks))
        {
            _lines[stage] = blocks = [];
        }

        if (blocks is [] || blocks[^1][0].Timestamp / 3_600_000 != hour)
        {
            blocks.Add([]);
        }

        return blocks[^1];
    }
}
