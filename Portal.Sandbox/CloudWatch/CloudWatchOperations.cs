using Portal.Sandbox.CloudWatch.Alarms;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudWatch;

/// <summary>All that is answered for CloudWatch, whose name in signatures is <c>monitoring</c>.</summary>
internal static class CloudWatchOperations
{
    private const string Service = "monitoring";

    public static IReadOnlyList<Operation> All { get; } =
    [
        Operation.Named(Service, "PutMetricData", PutMetricData.Handle),
        Operation.Named(Service, "GetMetricData", GetMetricData.Handle),
        Operation.Named(Service, "GetMetricStatistics", GetMetricStatistics.Handle),
        Operation.Named(Service, "ListMetrics", ListMetrics.Handle),
        .. AlarmOperations.All,
    ];
}
