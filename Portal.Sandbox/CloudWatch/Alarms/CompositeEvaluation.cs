using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Sandbox.State;

namespace Portal.Sandbox.CloudWatch.Alarms;

/// <summary>
/// Brings composite alarms to the state that their rules say, those below first. One is looked at when its rule or the state of a child has changed, so a state that somebody
/// set by hand holds until then; those that depend on themselves are not looked at.
/// </summary>
internal sealed class CompositeEvaluation(AlarmShelf shelf)
{
    private readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);

    public void Evaluate(Region region, DateTimeOffset now)
    {
        HashSet<string> done = new(StringComparer.Ordinal);
        foreach (var name in shelf.Alarms.All.Values.Where(alarm => alarm.IsComposite).Select(alarm => alarm.Name).ToArray())
        {
            Visit(region, name, now, done, []);
        }
    }

    public static string RuleOf(Alarm alarm) => AlarmShelf.InputOf(alarm).Text("AlarmRule")!;

    public void Forget(string name) => _seen.Remove(name);

    public void Clear() => _seen.Clear();

    /// <summary>False if it depends on itself.</summary>
    private bool Visit(Region region, string name, DateTimeOffset now, HashSet<string> done, HashSet<string> above)
    {
        if (shelf.Find(name) is not { IsComposite: true } alarm || done.Contains(name))
        {
            return true;
        }

        if (!above.Add(name))
        {
            return false;
        }

        var rule = CompositeRule.Parse(RuleOf(alarm));
        var isSound = true;
        foreach (var child in rule.Children)
        {
            isSound &= Visit(region, child, now, done, above);
        }

        above.Remove(name);
        done.Add(name);
        if (isSound)
        {
            Judge(region, alarm, rule, now);
        }

        return isSound;
    }

    private void Judge(Region region, Alarm alarm, CompositeRule rule, DateTimeOffset now)
    {
        Alarm[] children = [.. rule.Children.Select(shelf.Find).OfType<Alarm>()];
        var seen = $"{alarm.Input} {string.Join(' ', children.Select(child => child.State.Value))}";
        if (_seen.TryGetValue(alarm.Name, out var before) && before == seen)
        {
            return;
        }

        _seen[alarm.Name] = seen;
        var value = rule.Holds(name => shelf.Find(name)?.State.Value) ? AlarmState.Alarm : AlarmState.Ok;
        if (value == alarm.State.Value)
        {
            return;
        }

        var cause = children.MaxBy(child => child.State.Transitioned);
        var reason = cause is null
            ? "The rule names no alarm"
            : string.Create(CultureInfo.InvariantCulture, $"{DescribeAlarms.Arn(region, cause.Name)} transitioned to {cause.State.Value} at {cause.State.Transitioned.UtcDateTime:dddd dd MMMM, yyyy HH:mm:ss} UTC");
        shelf.Change(alarm, new(value, reason, cause is null ? null : Data(region, cause), now, now), now);
    }

    private static string Data(Region region, Alarm cause) => new JsonObject
    {
        ["triggeringAlarms"] = new JsonArray(new JsonObject
        {
            ["arn"] = DescribeAlarms.Arn(region, cause.Name),
            ["state"] = new JsonObject { ["value"] = cause.State.Value, ["timestamp"] = Reasons.Iso(cause.State.Transitioned) },
        }),
    }.ToJsonString();
}
