using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudWatch.Alarms;

/// <summary>Alarms: put, shown, set, deleted.</summary>
internal static class AlarmOperations
{
    private const int MostNames = 100;

    public static IReadOnlyList<Operation> All { get; } =
    [
        Named("PutMetricAlarm", Put),
        Named("PutCompositeAlarm", PutCompositeAlarm.Handle),
        Named("DeleteAlarms", Delete),
        Named("SetAlarmState", SetState),
        Named("EnableAlarmActions", call => Switch(call, true)),
        Named("DisableAlarmActions", call => Switch(call, false)),
        Named("DescribeAlarms", DescribeAlarms.Handle),
        Named("DescribeAlarmsForMetric", DescribeAlarms.HandleForMetric),
        Named("DescribeAlarmHistory", DescribeAlarmHistory.Handle),
        .. AlarmTagOperations.All.Select(operation => operation with { Alone = true }),
    ];

    /// <summary>They change what is kept by the Region's gate.</summary>
    private static Operation Named(string name, Func<Call, Answer> handle) => Operation.Named("monitoring", name, handle) with { Alone = true };

    private static Answer Put(Call call)
    {
        _ = AlarmRule.Of(call.Body);
        var name = call.Body.Text("AlarmName")!;
        var before = call.Region.Alarms.Find(name);
        if (before is { IsComposite: true })
        {
            throw CloudWatchErrors.Validation($"A composite alarm is named {name} already");
        }

        Alarm alarm = new()
        {
            Name = name,
            Input = Encoding.UTF8.GetString(call.Content.Span),
            Configured = call.Now,
            ActionsEnabled = call.Body.Flag("ActionsEnabled") ?? true,
            // What is put again keeps its state, and its tags: tags count for a new alarm only.
            State = before?.State ?? new(AlarmState.Insufficient, Reasons.Created, null, call.Now, call.Now),
            Evaluated = call.Now.ToUnixTimeSeconds() / 60,
            Tags = before?.Tags ?? AlarmTagOperations.Read(call.Body, "Tags"),
        };
        call.Region.Alarms.Put(alarm, call.Now, "ConfigurationUpdate", $"Alarm \"{name}\" {(before is null ? "created" : "updated")}", new()
        {
            ["version"] = "1.0",
            ["type"] = before is null ? "Create" : "Update",
        });
        return call.Done(_ => { });
    }

    private static Answer Delete(Call call)
    {
        var names = Names(call);
        if (names.Where(name => call.Region.Alarms.Find(name) is null).ToList() is [_, ..] unknown)
        {
            throw NotFound($"[{string.Join(", ", unknown)}]");
        }

        if (names.Count(name => call.Region.Alarms.Find(name)!.IsComposite) > 1)
        {
            throw CloudWatchErrors.Validation("At most one composite alarm can be deleted at once");
        }

        foreach (var parent in call.Region.Alarms.Alarms.All.Values.Where(alarm => alarm.IsComposite && !names.Contains(alarm.Name, StringComparer.Ordinal)))
        {
            if (CompositeRule.Parse(CompositeEvaluation.RuleOf(parent)).Children.FirstOrDefault(child => names.Contains(child, StringComparer.Ordinal)) is { } used)
            {
                throw CloudWatchErrors.Validation($"Cannot delete {used} as there are composite alarm(s) depending on it.");
            }
        }

        foreach (var name in names)
        {
            call.Region.Alarms.Remove(call.Region.Alarms.Find(name)!, call.Now);
        }

        return call.Done(_ => { });
    }

    private static Answer SetState(Call call)
    {
        var name = call.Body.Text("AlarmName") ?? throw CloudWatchErrors.Missing("AlarmName");
        var value = call.Body.Text("StateValue") ?? throw CloudWatchErrors.Missing("StateValue");
        var reason = call.Body.Text("StateReason") ?? throw CloudWatchErrors.Missing("StateReason");
        var data = call.Body.Text("StateReasonData");
        if (!AlarmState.All.Contains(value, StringComparer.Ordinal))
        {
            throw CloudWatchErrors.Validation($"1 validation error detected: Value '{value}' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]");
        }

        if (data is not null && !IsJson(data))
        {
            throw new AwsError(400, "InvalidFormatFault", "StateReasonData is not valid JSON") { QueryCode = "InvalidFormat" };
        }

        // What children are in counts as looked at before, so that it is not what changes a composite one back.
        call.Region.Alarms.Evaluate(call.Region, call.Now);
        var alarm = call.Region.Alarms.Find(name) ?? throw NotFound(name);
        var transitioned = alarm.State.Value == value ? alarm.State.Transitioned : call.Now;
        // Until the next evaluation, which may say otherwise.
        call.Region.Alarms.Change(alarm with { Evaluated = call.Now.ToUnixTimeSeconds() / 60 }, new(value, reason, data, call.Now, transitioned), call.Now);
        return call.Done(_ => { });
    }

    private static Answer Switch(Call call, bool isEnabled)
    {
        foreach (var alarm in Names(call).Select(call.Region.Alarms.Find).OfType<Alarm>())
        {
            call.Region.Alarms.Put(alarm with { ActionsEnabled = isEnabled, Configured = call.Now }, call.Now, "ConfigurationUpdate", $"Alarm \"{alarm.Name}\" updated", new() { ["version"] = "1.0", ["type"] = "Update" });
        }

        return call.Done(_ => { });
    }

    private static IReadOnlyList<string> Names(Call call) => call.Body.List("AlarmNames") switch
    {
        null or [] => throw CloudWatchErrors.Missing("AlarmNames"),
        { Count: > MostNames } => throw CloudWatchErrors.Validation($"1 validation error detected: Value at 'alarmNames' failed to satisfy constraint: Member must have length less than or equal to {MostNames}"),
        var names => names,
    };

    private static AwsError NotFound(string names) => new(404, "ResourceNotFound", $"Alarm {names} does not exist");

    private static bool IsJson(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject or JsonArray;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
