using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Logs;

/// <summary>Log streams: events of one source within a group.</summary>
internal static class LogStreamOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Operation.Named(LogsOperations.Service, "CreateLogStream", Create),
        Operation.Named(LogsOperations.Service, "DescribeLogStreams", Describe),
        Operation.Named(LogsOperations.Service, "DeleteLogStream", Delete),
    ];

    private static Answer Create(Call call)
    {
        var (group, name) = (LogsInput.GroupName(call), LogsInput.StreamName(call));
        return call.Region.Logs.With(logs =>
        {
            if (!logs.HasGroup(group))
            {
                throw LogsErrors.NoSuchGroup;
            }

            if (logs.Stream(group, name) is not null)
            {
                throw LogsErrors.Exists("log stream");
            }

            logs.PutStream(group, name, call.Now.ToUnixTimeMilliseconds());
            return call.Done(_ => { });
        });
    }

    private static Answer Describe(Call call)
    {
        var group = LogsInput.GroupNameOrArn(call);
        var prefix = call.Body.Text("logStreamNamePrefix");
        var byTime = call.Body.Text("orderBy") switch
        {
            null or "LogStreamName" => false,
            "LastEventTime" when prefix is not null => throw LogsErrors.Invalid("Cannot order by LastEventTime with a logStreamNamePrefix."),
            "LastEventTime" => true,
            var other => throw LogsErrors.Failed(other, "orderBy", "Member must satisfy enum value set: [LogStreamName, LastEventTime]"),
        };
        var streams = call.Region.Logs.With(logs => logs.HasGroup(group) ? logs.Streams(group) : throw LogsErrors.NoSuchGroup)
            .Where(stream => stream.Name.StartsWith(prefix ?? "", StringComparison.Ordinal));
        var sorted = byTime ? streams.OrderBy(stream => stream.Last ?? stream.Created) : streams;
        var (page, next) = LogsInput.Page(call, call.Body.Flag("descending") is true ? sorted.Reverse() : sorted);
        return call.Done(writer =>
        {
            writer.Objects("logStreams", page, stream => stream.WriteTo(writer, group, call.Region.Name, call.Region.Account));
            writer.Member("nextToken", next);
        });
    }

    private static Answer Delete(Call call)
    {
        var (group, name) = (LogsInput.GroupName(call), LogsInput.StreamName(call));
        return call.Region.Logs.With(logs =>
        {
            LogsOperations.CheckStream(logs, group, name);
            logs.Together(() => logs.DropStream(group, name));
            return call.Done(_ => { });
        });
    }
}
