using System.Text;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudWatch.Alarms;

/// <summary>Makes or replaces a composite alarm, whose rule names alarms that are there.</summary>
internal static class PutCompositeAlarm
{
    public static Answer Handle(Call call)
    {
        var name = call.Body.Text("AlarmName") is { Length: >= 1 and <= 255 } given ? given : throw CloudWatchErrors.Missing("AlarmName");
        var rule = CompositeRule.Parse(call.Body.Text("AlarmRule") ?? throw CloudWatchErrors.Missing("AlarmRule"));
        AlarmRule.CheckActions(call.Body);
        var alarms = call.Region.Alarms;
        var before = alarms.Find(name);
        if (before is { IsComposite: false })
        {
            throw CloudWatchErrors.Validation($"A metric alarm is named {name} already");
        }

        if (rule.Children.Where(child => child != name && alarms.Find(child) is null).ToList() is [_, ..] missing)
        {
            throw CloudWatchErrors.Validation($"Could not save the composite alarm as alarms [{string.Join(", ", missing)}] in the alarm rule do not exist");
        }

        Alarm alarm = new()
        {
            Name = name,
            IsComposite = true,
            Input = Encoding.UTF8.GetString(call.Content.Span),
            Configured = call.Now,
            ActionsEnabled = call.Body.Flag("ActionsEnabled") ?? true,
            State = before?.State ?? new(AlarmState.Insufficient, Reasons.Created, null, call.Now, call.Now),
            Evaluated = call.Now.ToUnixTimeSeconds() / 60,
            Tags = before?.Tags ?? AlarmTagOperations.Read(call.Body, "Tags"),
        };
        alarms.Put(alarm, call.Now, "ConfigurationUpdate", $"Alarm \"{name}\" {(before is null ? "created" : "updated")}", new()
        {
            ["version"] = "1.0",
            ["type"] = before is null ? "Create" : "Update",
        });
        return call.Done(_ => { });
    }
}
