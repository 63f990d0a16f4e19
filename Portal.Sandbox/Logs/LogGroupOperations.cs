using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Logs;

/// <summary>Log groups: what has a name, and how long its events are kept.</summary>
internal static class LogGroupOperations
{
    private static readonly int[] Days = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    public static IReadOnlyList<Operation> All { get; } =
    [
        Operation.Named(LogsOperations.Service, "CreateLogGroup", Create),
        Operation.Named(LogsOperations.Service, "DescribeLogGroups", Describe),
        Operation.Named(LogsOperations.Service, "DeleteLogGroup", call => Change(call, (logs, group) => logs.DropGroup(group))),
        Operation.Named(LogsOperations.Service, "PutRetentionPolicy", Retain),
        Operation.Named(LogsOperations.Service, "DeleteRetentionPolicy", call => Change(call, (logs, group) => logs.Retain(group, null))),
    ];

    private static Answer Create(Call call)
    {
        var name = LogsInput.GroupName(call);
        var tags = call.Body.Texts("tags");
        if (call.Body.Has("kmsKeyId") || call.Body.Flag("deletionProtectionEnabled") is true || call.Body.Text("logGroupClass") is not (null or "STANDARD"))
        {
            throw LogsErrors.Invalid("The sandbox knows neither keys nor protection nor other classes of log groups yet");
        }

        return call.Region.Logs.With(logs =>
        {
            if (logs.HasGroup(name))
            {
                throw LogsErrors.Exists("log group");
            }

            logs.Together(() =>
            {
                logs.PutGroup(name, call.Now.ToUnixTimeMilliseconds());
                LogTagOperations.Put(logs, name, tags ?? Map<string>.Empty);
            });
            return call.Done(_ => { });
        });
    }

    private static Answer Describe(Call call)
    {
        var (prefix, pattern) = (call.Body.Text("logGroupNamePrefix"), call.Body.Text("logGroupNamePattern"));
        if (prefix is not null && pattern is not null)
        {
            throw LogsErrors.Invalid("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
        }

        var groups = call.Region.Logs.With(logs => logs.Groups(""))
            .Where(group => group.Name.StartsWith(prefix ?? "", StringComparison.Ordinal) && group.Name.Contains(pattern ?? "", StringComparison.Ordinal));
        var (page, next) = LogsInput.Page(call, groups);
        return call.Done(writer =>
        {
            writer.Objects("logGroups", page, group => group.WriteTo(writer, call.Region.Name, call.Region.Account));
            writer.Member("nextToken", next);
        });
    }

    private static Answer Retain(Call call)
    {
        var days = call.Body.Whole("retentionInDays");
        return days is not { } known || !Days.Contains(known)
            ? throw LogsErrors.Failed(days is null ? "null" : days, "retentionInDays", $"Member must satisfy enum value set: [{string.Join(", ", Days)}]")
            : Change(call, (logs, group) => logs.Retain(group, known));
    }

    private static Answer Change(Call call, Action<LogDatabase, string> change)
    {
        var name = LogsInput.GroupName(call);
        return call.Region.Logs.With(logs =>
        {
            if (!logs.HasGroup(name))
            {
                throw LogsErrors.NoSuchGroup;
            }

            logs.Together(() => change(logs, name));
            return call.Done(_ => { });
        });
    }
}
