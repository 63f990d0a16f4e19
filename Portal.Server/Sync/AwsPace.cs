using Portal.Server.Gateway;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>
/// How often AWS takes an operation from an account and Region, where it has a limit of its own that cannot be raised:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
/// </summary>
internal static class AwsPace
{
    private const string CreateEdgeApi = "CreateRestApi (edge)";

    private static readonly Dictionary<string, TimeSpan> Pauses = new()
    {
        ["CreateRestApi"] = TimeSpan.FromSeconds(3),
        [CreateEdgeApi] = TimeSpan.FromSeconds(30),
        ["PutRestApi"] = TimeSpan.FromSeconds(1),
        ["DeleteRestApi"] = TimeSpan.FromSeconds(30),
        ["CreateDeployment"] = TimeSpan.FromSeconds(5),
        ["UpdateUsagePlan"] = TimeSpan.FromSeconds(20),
    };

    /// <summary>From one call of an operation to the next.</summary>
    public static TimeSpan PauseOf(string operation) => Pauses[operation];

    /// <summary>The operations with a limit that a change needs, each once.</summary>
    public static IReadOnlyList<string> CallsOf(Change change) => (change.Action, change.Becomes ?? change.Was) switch
    {
        (StepAction.Create, RestApiSpec { EndpointType: "EDGE" }) => [CreateEdgeApi, "PutRestApi"],
        (StepAction.Create, RestApiSpec) => ["CreateRestApi", "PutRestApi"],
        (StepAction.Update, RestApiSpec) => ["PutRestApi"],
        (StepAction.Delete, RestApiSpec) => ["DeleteRestApi"],
        (StepAction.Create, DeploymentSpec) => ["CreateDeployment"],
        (StepAction.Update, UsagePlanSpec) => ["UpdateUsagePlan"],
        (StepAction.Delete, UsagePlanSpec { Emptied: not null }) => ["UpdateUsagePlan"],
        _ => [],
    };
}
