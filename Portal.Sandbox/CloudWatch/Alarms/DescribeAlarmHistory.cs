using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudWatch.Alarms;

/// <summary>What happened to alarms in the last two weeks, newest first unless asked otherwise.</summary>
internal static class DescribeAlarmHistory
{
    public static Answer Handle(Call call)
    {
        call.Region.Alarms.Evaluate(call.Region, call.Now);
        var body = call.Body;
        var (name, type, start, end) = (body.Text("AlarmName"), body.Text("HistoryItemType"), body.Time("StartDate"), body.Time("EndDate"));
        var found =
            from history in call.Region.Alarms.Histories.All.Values
            where (name is null || history.Name == name) && DescribeAlarms.IsWanted(body, history.IsComposite)
            from item in history.Items
            where (type is null || item.Type == type) && (start is null || item.Time >= start) && (end is null || item.Time <= end)
            select (history.Name, history.IsComposite, Item: item);
        var sorted = found.OrderBy(one => one.Item.Time);
        var (page, next) = DescribeAlarms.Page(body, [.. body.Text("ScanBy") switch
        {
            null or "TimestampDescending" => sorted.Reverse(),
            "TimestampAscending" => sorted,
            var other => throw CloudWatchErrors.Validation($"1 validation error detected: Value '{other}' at 'scanBy' failed to satisfy constraint: Member must satisfy enum value set: [TimestampDescending, TimestampAscending]"),
        }]);
        return call.Done(writer =>
        {
            writer.Objects("AlarmHistoryItems", page, one =>
            {
                writer.Member("AlarmName", one.Name);
                writer.Member("AlarmType", one.IsComposite ? DescribeAlarms.Composite : DescribeAlarms.Metric);
                writer.Member("Timestamp", one.Item.Time);
                writer.Member("HistoryItemType", one.Item.Type);
                writer.Member("HistorySummary", one.Item.Summary);
                writer.Member("HistoryData", one.Item.Data);
            });
            writer.Member("NextToken", next);
        });
    }
}
