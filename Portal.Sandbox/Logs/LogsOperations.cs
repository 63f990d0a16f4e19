using Portal.Sandbox.Logs.Queries;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Logs;

/// <summary>All that is answered for CloudWatch Logs.</summary>
internal static class LogsOperations
{
    public const string Service = "logs";

    public static IEnumerable<Operation> All =>
    [
        .. LogGroupOperations.All, .. LogStreamOperations.All, .. LogTagOperations.All, .. QueryOperations.All,
        Operation.Named(Service, "PutLogEvents", PutLogEvents.Handle),
        Operation.Named(Service, "FilterLogEvents", FilterLogEvents.Handle),
        Operation.Named(Service, "GetLogEvents", GetLogEvents.Handle),
    ];

    public static void CheckStream(LogDatabase logs, string group, string stream)
    {
        if (!logs.HasGroup(group))
        {
            throw LogsErrors.NoSuchGroup;
        }

        if (logs.Stream(group, stream) is null)
        {
            throw LogsErrors.NoSuchStream;
        }
    }
}
