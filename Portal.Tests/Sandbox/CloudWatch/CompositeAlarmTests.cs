using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Portal.Sandbox.CloudWatch.Alarms;

namespace Portal.Tests.Sandbox.CloudWatch;

public sealed class CompositeAlarmTests
{
    private readonly FakeTimeProvider _clock = new(Watch.Noon);

    [Theory]
    [InlineData("ALARM(a)", "a", true)]
    [InlineData("alarm( \"a\" )", "a", true)]
    [InlineData("OK(a)", "a", false)]
    [InlineData("ALARM(arn:aws:cloudwatch:eu-central-1:123456789012:alarm:a)", "a", true)]
    [InlineData("ALARM(\"a (b) AND c\")", "a (b) AND c", false)]
    [InlineData("ALARM(a) AND ALARM(b)", "a b", false)]
    [InlineData("ALARM(b) OR ALARM(a) AND OK(b)", "b a", true)]
    [InlineData("(ALARM(a) OR ALARM(b)) AND NOT OK(b)", "a b", false)]
    [InlineData("NOT NOT ALARM(a)", "a", true)]
    [InlineData("INSUFFICIENT_DATA(c) AND NOT FALSE", "c", true)]
    [InlineData("TRUE", "", true)]
    public void A_rule_is_read_as_it_is_meant(string rule, string children, bool holds)
    {
        var read = CompositeRule.Parse(rule);

        Assert.Equal((children, holds), (string.Join(' ', read.Children), read.Holds(name => name switch { "a" => "ALARM", "b" => "OK", "c" => "INSUFFICIENT_DATA", _ => null })));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ALARM")]
    [InlineData("ALARM()")]
    [InlineData("ALARM(a")]
    [InlineData("ALARM(a) ALARM(b)")]
    [InlineData("ALARM(a) AND")]
    [InlineData("(ALARM(a)")]
    [InlineData("BROKEN(a)")]
    [InlineData("ALARM(a) XOR ALARM(b)")]
    public async Task A_rule_that_cannot_be_read_is_refused(string rule)
    {
        await using var bench = await StartAsync();
        await bench.AlarmAsync("a", new { });
        await bench.AlarmAsync("b", new { });

        await bench.NamedRefusedAsync("monitoring", "PutCompositeAlarm", new { AlarmName = "both", AlarmRule = rule }, "ValidationError", "AlarmRule is malformed");
    }

    [Fact]
    public async Task It_follows_its_children_through_others_and_tells_why()
    {
        await using var bench = await StartAsync();
        await bench.AlarmAsync("errors", new { TreatMissingData = "notBreaching" });
        await bench.AlarmAsync("deploys", new { MetricName = "d", TreatMissingData = "notBreaching" });
        await PutAsync(bench, "noise", "ALARM(errors) AND NOT ALARM(deploys)");
        await PutAsync(bench, "page", "ALARM(noise)");
        Assert.Equal(("OK", "OK"), (await StateAsync(bench, "noise"), await StateAsync(bench, "page")));

        await bench.PutAsync("m", _clock.GetUtcNow(), 9);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(("ALARM", "ALARM"), (await StateAsync(bench, "noise"), await StateAsync(bench, "page")));
        var alarm = await FindAsync(bench, "noise");
        Assert.Equal("arn:aws:cloudwatch:eu-central-1:123456789012:alarm:errors transitioned to ALARM at Monday 02 March, 2026 12:01:00 UTC", (string?)alarm["StateReason"]);
        Assert.Equal("ALARM(errors) AND NOT ALARM(deploys)", (string?)alarm["AlarmRule"]);
        var history = (await bench.CloudWatchAsync("DescribeAlarmHistory", new { AlarmName = "noise", AlarmTypes = new[] { "CompositeAlarm" }, HistoryItemType = "StateUpdate" }))["AlarmHistoryItems"]!.AsArray();
        Assert.Equal(["CompositeAlarm: Alarm updated from OK to ALARM", "CompositeAlarm: Alarm updated from INSUFFICIENT_DATA to OK"], history.Select(item => $"{item!["AlarmType"]}: {item["HistorySummary"]}"));

        await bench.CloudWatchAsync("SetAlarmState", new { AlarmName = "deploys", StateValue = "ALARM", StateReason = "a deployment" });
        Assert.Equal(("OK", "OK"), (await StateAsync(bench, "noise"), await StateAsync(bench, "page")));
    }

    [Fact]
    public async Task A_state_that_was_set_holds_until_a_child_changes()
    {
        await using var bench = await StartAsync();
        await bench.AlarmAsync("a", new { TreatMissingData = "ignore" });
        await PutAsync(bench, "c", "ALARM(a)");
        Assert.Equal("OK", await StateAsync(bench, "c"));

        await bench.CloudWatchAsync("SetAlarmState", new { AlarmName = "c", StateValue = "ALARM", StateReason = "a drill" });
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("ALARM", await StateAsync(bench, "c"));

        await bench.CloudWatchAsync("SetAlarmState", new { AlarmName = "a", StateValue = "OK", StateReason = "fine" });
        Assert.Equal("OK", await StateAsync(bench, "c"));
    }

    [Fact]
    public async Task Composite_alarms_are_told_from_others_and_keep_their_children()
    {
        await using var bench = await StartAsync();
        await bench.AlarmAsync("a", new { });
        await bench.AlarmAsync("b", new { });
        await PutAsync(bench, "c", "ALARM(a) OR ALARM(b)");
        await PutAsync(bench, "d", "ALARM(c)");
        async Task<string> NamesAsync(object body) => await bench.CloudWatchAsync("DescribeAlarms", body) is var all
            ? string.Join(' ', all["MetricAlarms"]!.AsArray().Concat(all["CompositeAlarms"]!.AsArray()).Select(alarm => $"{alarm!["AlarmName"]}"))
            : "";

        Assert.Equal("a b", await NamesAsync(new { }));
        Assert.Equal("a b c d", await NamesAsync(new { AlarmTypes = new[] { "MetricAlarm", "CompositeAlarm" } }));
        Assert.Equal("a b", await NamesAsync(new { ChildrenOfAlarmName = "c" }));
        Assert.Equal("d", await NamesAsync(new { ParentsOfAlarmName = "c" }));
        await bench.NamedRefusedAsync("monitoring", "DeleteAlarms", new { AlarmNames = new[] { "a" } }, "ValidationError", "Cannot delete a as there are composite alarm(s) depending on it.");
        await bench.NamedRefusedAsync("monitoring", "DeleteAlarms", new { AlarmNames = new[] { "c", "d" } }, "ValidationError", "At most one composite alarm can be deleted at once");
        await bench.NamedRefusedAsync("monitoring", "PutCompositeAlarm", new { AlarmName = "e", AlarmRule = "ALARM(nobody)" }, "ValidationError", "Could not save the composite alarm as alarms [nobody] in the alarm rule do not exist");
        await bench.NamedRefusedAsync("monitoring", "PutCompositeAlarm", new { AlarmName = "a", AlarmRule = "TRUE" }, "ValidationError", "A metric alarm is named a already");

        // A circle stands still, and is broken by changing a rule.
        await PutAsync(bench, "c", "ALARM(d) OR ALARM(a)");
        await bench.CloudWatchAsync("SetAlarmState", new { AlarmName = "a", StateValue = "ALARM", StateReason = "a drill" });
        Assert.Equal(("OK", "OK"), (await StateAsync(bench, "c"), await StateAsync(bench, "d")));
        await PutAsync(bench, "c", "FALSE");
        await bench.CloudWatchAsync("DeleteAlarms", new { AlarmNames = new[] { "d" } });
        await bench.CloudWatchAsync("DeleteAlarms", new { AlarmNames = new[] { "a", "b", "c" } });
        Assert.Equal("", await NamesAsync(new { AlarmTypes = new[] { "MetricAlarm", "CompositeAlarm" } }));
    }

    private Task<Bench> StartAsync() => Bench.StartAsync(new() { TimeProvider = _clock });

    private static Task<JsonNode> PutAsync(Bench bench, string name, string rule) => bench.CloudWatchAsync("PutCompositeAlarm", new { AlarmName = name, AlarmRule = rule });

    private static async Task<JsonNode> FindAsync(Bench bench, string name) =>
        Assert.Single((await bench.CloudWatchAsync("DescribeAlarms", new { AlarmNames = new[] { name }, AlarmTypes = new[] { "CompositeAlarm" } }))["CompositeAlarms"]!.AsArray())!;

    private static async Task<string> StateAsync(Bench bench, string name) => $"{(await FindAsync(bench, name))["StateValue"]}";
}
