using System.Globalization;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;
using Portal.Sandbox.Wire.Protocols;

namespace Portal.Sandbox.CloudWatch.Alarms;

/// <summary>Alarms by name, state or metric, in the state of now.</summary>
internal static class DescribeAlarms
{
    private const int MostRecords = 100;
    private const int UsualRecords = 50;

    private static readonly string[] OfFamily = ["AlarmNames", "AlarmNamePrefix", "AlarmTypes", "StateValue", "ActionPrefix"];
    private static readonly string[] Choices = ["Statistic", "ExtendedStatistic", "Unit"];
    private static readonly string[] Lists = ["OKActions", "AlarmActions", "InsufficientDataActions"];

    public const string Metric = "MetricAlarm";
    public const string Composite = "CompositeAlarm";

    public static string Arn(Region region, string name) => $"arn:aws:cloudwatch:{region.Name}:{region.Account}:alarm:{name}";

    public static Answer Handle(Call call)
    {
        var body = call.Body;
        var (names, prefix, state, action) = (body.List("AlarmNames"), body.Text("AlarmNamePrefix"), body.Text("StateValue"), body.Text("ActionPrefix"));
        if (names is { Count: > 0 } && prefix is not null)
        {
            throw CloudWatchErrors.Combination("AlarmNamePrefix and AlarmNames are mutually exclusive parameters and you have specified both.");
        }

        if (body.Has("ChildrenOfAlarmName") || body.Has("ParentsOfAlarmName"))
        {
            return Family(call);
        }

        Alarm[] found = [.. All(call)
            .Where(alarm => IsWanted(body, alarm.IsComposite))
            .Where(alarm => names is not { Count: > 0 } || names.Contains(alarm.Name, StringComparer.Ordinal))
            .Where(alarm => alarm.Name.StartsWith(prefix ?? "", StringComparison.Ordinal) && (state is null || alarm.State.Value == state))
            .Where(alarm => action is null || AlarmShelf.InputOf(alarm) is var input && Lists.Any(list => input.List(list)?.Any(arn => arn.StartsWith(action, StringComparison.Ordinal)) is true))];
        var (page, next) = Page(body, found);
        return call.Done(writer =>
        {
            writer.Objects("CompositeAlarms", page.Where(alarm => alarm.IsComposite).ToList(), alarm => Write(writer, call.Region, alarm));
            writer.Objects("MetricAlarms", page.Where(alarm => !alarm.IsComposite).ToList(), alarm => Write(writer, call.Region, alarm));
            writer.Member("NextToken", next);
        });
    }

    /// <summary>Metric alarms, unless the call asks for others.</summary>
    public static bool IsWanted(RequestBody body, bool isComposite) =>
        body.List("AlarmTypes") is { Count: > 0 } types ? types.Contains(isComposite ? Composite : Metric, StringComparer.Ordinal) : !isComposite;

    /// <summary>The alarms that a composite one looks at, or those that look at one; of these less is told.</summary>
    private static Answer Family(Call call)
    {
        var body = call.Body;
        var (parent, child) = (body.Text("ChildrenOfAlarmName"), body.Text("ParentsOfAlarmName"));
        if ((parent is not null && child is not null) || OfFamily.Any(body.Has))
        {
            throw CloudWatchErrors.Combination("ChildrenOfAlarmName and ParentsOfAlarmName go with no other parameter.");
        }

        bool IsParent(Alarm alarm, string? of) => alarm.IsComposite && of is not null && CompositeRule.Parse(CompositeEvaluation.RuleOf(alarm)).Children.Contains(of, StringComparer.Ordinal);
        var all = All(call).ToList();
        Alarm[] found = [.. all.Where(alarm => child is not null ? IsParent(alarm, child) : all.Exists(one => one.Name == parent && IsParent(one, alarm.Name)))];
        var (page, next) = Page(body, found);
        void WriteShort(ShapeWriter writer, Alarm alarm)
        {
            writer.Member("AlarmName", alarm.Name);
            writer.Member("AlarmArn", Arn(call.Region, alarm.Name));
            if (parent is not null)
            {
                writer.Member("StateValue", alarm.State.Value);
                writer.Member("StateUpdatedTimestamp", alarm.State.Updated);
            }
        }

        return call.Done(writer =>
        {
            writer.Objects("CompositeAlarms", page.Where(alarm => alarm.IsComposite).ToList(), alarm => WriteShort(writer, alarm));
            writer.Objects("MetricAlarms", page.Where(alarm => !alarm.IsComposite).ToList(), alarm => WriteShort(writer, alarm));
            writer.Member("NextToken", next);
        });
    }

    public static Answer HandleForMetric(Call call)
    {
        var metric = MetricInput.Metric(call.Body, MetricInput.Namespace(call.Body, ""), "");
        var found = All(call).Where(alarm => AlarmShelf.InputOf(alarm) is var input
            && !alarm.IsComposite
            && !input.Has("Metrics")
            && MetricInput.Metric(input, MetricInput.Namespace(input, ""), "").Key == metric.Key
            && Choices.All(member => !call.Body.Has(member) || call.Body.Text(member) == input.Text(member))
            && (call.Body.Whole("Period") is not { } period || period == input.Whole("Period")));
        return call.Done(writer => writer.Objects("MetricAlarms", found.ToList(), alarm => Write(writer, call.Region, alarm)));
    }

    /// <summary>One page of records, and the token for the next.</summary>
    public static (IReadOnlyList<T> Page, string? Next) Page<T>(RequestBody body, IReadOnlyList<T> all)
    {
        var most = body.Whole("MaxRecords") switch
        {
            null => UsualRecords,
            >= 1 and <= MostRecords and var given => given,
            var other => throw CloudWatchErrors.Validation($"1 validation error detected: Value '{other}' at 'maxRecords' failed to satisfy constraint: Member must have value between 1 and {MostRecords}"),
        };
        var start = body.Text("NextToken") switch
        {
            null => 0,
            var token when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var place) => place,
            _ => throw CloudWatchErrors.NextToken,
        };
        return ([.. all.Skip(start).Take(most)], all.Count > start + most ? $"{start + most}" : null);
    }

    private static IEnumerable<Alarm> All(Call call)
    {
        call.Region.Alarms.Evaluate(call.Region, call.Now);
        return call.Region.Alarms.Alarms.All.Values.OrderBy(alarm => alarm.Name, StringComparer.Ordinal);
    }

    private static void Write(ShapeWriter writer, Region region, Alarm alarm)
    {
        var input = AlarmShelf.InputOf(alarm);
        writer.Member("AlarmName", alarm.Name);
        writer.Member("AlarmArn", Arn(region, alarm.Name));
        writer.Member("AlarmDescription", input.Text("AlarmDescription"));
        writer.Member("AlarmConfigurationUpdatedTimestamp", alarm.Configured);
        writer.Member("ActionsEnabled", alarm.ActionsEnabled);
        foreach (var list in Lists)
        {
            writer.List(list, input.List(list) ?? [], writer.Text);
        }

        writer.Member("StateValue", alarm.State.Value);
        writer.Member("StateReason", alarm.State.Reason);
        writer.Member("StateReasonData", alarm.State.Data);
        writer.Member("StateUpdatedTimestamp", alarm.State.Updated);
        writer.Member("StateTransitionedTimestamp", alarm.State.Transitioned);
        if (alarm.IsComposite)
        {
            writer.Member("AlarmRule", CompositeEvaluation.RuleOf(alarm));
            writer.Member("ActionsSuppressor", input.Text("ActionsSuppressor"));
            writer.Member("ActionsSuppressorWaitPeriod", input.Whole("ActionsSuppressorWaitPeriod"));
            writer.Member("ActionsSuppressorExtensionPeriod", input.Whole("ActionsSuppressorExtensionPeriod"));
            return;
        }

        if (input.Has("Metrics"))
        {
            writer.Objects("Metrics", input.Objects("Metrics"), query => WriteQuery(writer, query));
        }
        else
        {
            WriteMetric(writer, input);
            writer.Member("Statistic", input.Text("Statistic"));
            writer.Member("ExtendedStatistic", input.Text("ExtendedStatistic"));
            writer.Member("Period", input.Whole("Period"));
            writer.Member("Unit", input.Text("Unit"));
        }

        writer.Member("EvaluationPeriods", input.Whole("EvaluationPeriods"));
        writer.Member("DatapointsToAlarm", input.Whole("DatapointsToAlarm"));
        writer.Member("Threshold", input.NumberOrText("Threshold"));
        writer.Member("ComparisonOperator", input.Text("ComparisonOperator"));
        writer.Member("TreatMissingData", input.Text("TreatMissingData"));
        writer.Member("EvaluateLowSampleCountPercentile", input.Text("EvaluateLowSampleCountPercentile"));
    }

    private static void WriteMetric(ShapeWriter writer, RequestBody metric)
    {
        writer.Member("MetricName", metric.Text("MetricName"));
        writer.Member("Namespace", metric.Text("Namespace"));
        writer.Objects("Dimensions", metric.Objects("Dimensions"), dimension =>
        {
            writer.Member("Name", dimension.Text("Name"));
            writer.Member("Value", dimension.Text("Value"));
        });
    }

    private static void WriteQuery(ShapeWriter writer, RequestBody query)
    {
        writer.Member("Id", query.Text("Id"));
        if (query.Object("MetricStat") is { } stat)
        {
            writer.Name("MetricStat");
            writer.StartObject();
            writer.Name("Metric");
            writer.StartObject();
            WriteMetric(writer, stat.Object("Metric")!);
            writer.EndObject();
            writer.Member("Period", stat.Whole("Period"));
            writer.Member("Stat", stat.Text("Stat"));
            writer.Member("Unit", stat.Text("Unit"));
            writer.EndObject();
        }

        writer.Member("Expression", query.Text("Expression"));
        writer.Member("Label", query.Text("Label"));
        writer.Member("ReturnData", query.Flag("ReturnData") ?? true);
        writer.Member("Period", query.Whole("Period"));
    }
}
