using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudWatch.Alarms;

/// <summary>The alarms of a Region with what happened to them. For who holds the Region's gate.</summary>
internal sealed class AlarmShelf(ConcurrentDictionary<string, bool> unsaved)
{
    private const int MostItems = 1_000;
    private const int MostMinutes = 60;

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(14);

    private readonly Dictionary<string, (string Input, AlarmRule Rule)> _rules = new(StringComparer.Ordinal);
    private long _evaluated;

    private CompositeEvaluation Composites => field ??= new(this);

    public Shelf<Alarm> Alarms { get; } = new(Files.Alarms, unsaved);

    public Shelf<AlarmHistory> Histories { get; } = new(Files.AlarmHistory, unsaved);

    public Alarm? Find(string name) => Alarms.Find(Alarm.IdOf(name));

    /// <summary>Keeps an alarm; what happened to it is remembered.</summary>
    public void Put(Alarm alarm, DateTimeOffset now, string type, string summary, JsonObject data)
    {
        Alarms.Put(alarm.Id, alarm);
        Remember(alarm, now, type, summary, data);
        _evaluated = 0;
    }

    public void Remove(Alarm alarm, DateTimeOffset now)
    {
        Alarms.Remove(alarm.Id);
        _rules.Remove(alarm.Name);
        Composites.Forget(alarm.Name);
        Remember(alarm, now, "ConfigurationUpdate", $"Alarm \"{alarm.Name}\" deleted", new() { ["version"] = "1.0", ["type"] = "Delete" });
    }

    /// <summary>The alarm in another state.</summary>
    public void Change(Alarm alarm, AlarmState state, DateTimeOffset now)
    {
        if (alarm.State.Value == state.Value)
        {
            Alarms.Put(alarm.Id, alarm with { State = state });
            return;
        }

        Put(alarm with { State = state }, now, "StateUpdate", $"Alarm updated from {alarm.State.Value} to {state.Value}", new()
        {
            ["version"] = "1.0",
            ["oldState"] = Shown(alarm.State),
            ["newState"] = Shown(state),
        });
    }

    /// <summary>Brings all alarms to the state of now, minute by minute since they were looked at last.</summary>
    public void Evaluate(Region region, DateTimeOffset now)
    {
        var minute = now.ToUnixTimeSeconds() / 60;
        if (minute == _evaluated)
        {
            return;
        }

        foreach (var id in Alarms.All.Values.Where(alarm => !alarm.IsComposite).Select(alarm => alarm.Id).ToArray())
        {
            for (var at = Math.Max(Alarms.Find(id)!.Evaluated + 1, minute - MostMinutes + 1); at <= minute; at++)
            {
                Evaluate(region, Alarms.Find(id)! with { Evaluated = at }, DateTimeOffset.FromUnixTimeSeconds(at * 60));
            }
        }

        Composites.Evaluate(region, now);
        _evaluated = minute;
    }

    public AlarmRule Rule(Alarm alarm)
    {
        if (!_rules.TryGetValue(alarm.Name, out var known) || known.Input != alarm.Input)
        {
            _rules[alarm.Name] = known = (alarm.Input, AlarmRule.Of(InputOf(alarm)));
        }

        return known.Rule;
    }

    public static RequestBody InputOf(Alarm alarm) => RequestBody.Parse(Encoding.UTF8.GetBytes(alarm.Input), alarm.IsComposite ? "putCompositeAlarmInput" : "putMetricAlarmInput");

    public void Clear()
    {
        Alarms.Clear();
        Histories.Clear();
        _rules.Clear();
        Composites.Clear();
    }

    private void Evaluate(Region region, Alarm alarm, DateTimeOffset at)
    {
        if (State(region, alarm, at) is { } state)
        {
            Change(alarm, state, at);
        }
        else
        {
            // Not worth a write of its own: after a restart it is evaluated again, to the same end.
            Alarms.Load(alarm.Id, alarm);
        }
    }

    private AlarmState? State(Region region, Alarm alarm, DateTimeOffset at)
    {
        try
        {
            return AlarmEvaluation.Of(region, Rule(alarm), alarm.State, at);
        }
        catch (AwsError)
        {
            // Put by a sandbox that took what this one refuses: it stays as it is, and is shown.
            return null;
        }
    }

    private void Remember(Alarm alarm, DateTimeOffset now, string type, string summary, JsonObject data)
    {
        var id = alarm.Id;
        var kept = (Histories.Find(id)?.Items ?? []).Where(item => item.Time > now - Remembered).TakeLast(MostItems - 1);
        Histories.Put(id, new(alarm.Name, [.. kept, new(now, type, summary, data.ToJsonString())], alarm.IsComposite));
    }

    private static JsonObject Shown(AlarmState state)
    {
        JsonObject shown = new() { ["stateValue"] = state.Value, ["stateReason"] = state.Reason };
        if (state.Data is { } data)
        {
            shown["stateReasonData"] = JsonNode.Parse(data);
        }

        return shown;
    }
}
