using Portal.Server.Gateway;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>
/// How often AWS takes an operation from an account and Region, where it has a limit of its own that cannot be raised:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
/// </summary>
internal static class AwsPace
{
    /// <summary>All calls together.</summary>
    public const double CallsPerSecond = 10;

    /// <summary>So many at once, where none were made for a while.</summary>
    public const double Burst = 40;

    private const string CreateEdgeApi = "CreateRestApi (edge)";

    private static readonly Dictionary<string, TimeSpan> Pauses = new()
    {
        ["CreateRestApi"] = TimeSpan.FromSeconds(3),
        [CreateEdgeApi] = TimeSpan.FromSeconds(30),
        ["PutRestApi"] = TimeSpan.FromSeconds(1),
        ["DeleteRestApi"] = TimeSpan.FromSeconds(30),
        ["CreateDeployment"] = TimeSpan.FromSeconds(5),
        ["UpdateUsagePlan"] = TimeSpan.FromSeconds(20),
        ["GetResources"] = TimeSpan.FromSeconds(0.4),
        ["CreateResource"] = TimeSpan.FromSeconds(0.2),
        ["DeleteResource"] = TimeSpan.FromSeconds(0.2),
        ["CreateApiKey"] = TimeSpan.FromSeconds(0.2),
        ["DeleteApiKey"] = TimeSpan.FromSeconds(0.2),
        ["UpdateAccount"] = TimeSpan.FromSeconds(20),
        ["CreateDocumentationVersion"] = TimeSpan.FromSeconds(20),
        ["ImportDocumentationParts"] = TimeSpan.FromSeconds(30),
        ["CreateDomainName"] = TimeSpan.FromSeconds(30),
        ["UpdateDomainName"] = TimeSpan.FromSeconds(30),
        ["DeleteDomainName"] = TimeSpan.FromSeconds(30),
        ["CreateVpcLink"] = TimeSpan.FromSeconds(15),
        ["DeleteVpcLink"] = TimeSpan.FromSeconds(30),
    };

    /// <summary>From one call of an operation to the next; none where the operation has no limit but that of all calls.</summary>
    public static TimeSpan PauseOf(string operation) => PauseOrNull(operation) ?? TimeSpan.Zero;

    /// <summary>Null where the operation has no limit but that of all calls.</summary>
    public static TimeSpan? PauseOrNull(string operation) => Pauses.TryGetValue(operation, out var pause) ? pause : null;

    /// <summary>The operations with a limit that a change needs, each once.</summary>
    public static IReadOnlyList<string> CallsOf(Change change) => (change.Action, change.Becomes ?? change.Was) switch
    {
        (StepAction.Create, RestApiSpec { EndpointType: "EDGE" }) => [CreateEdgeApi, "PutRestApi"],
        (StepAction.Create, RestApiSpec) => ["CreateRestApi", "PutRestApi"],
        (StepAction.Update, RestApiSpec) => ["PutRestApi"],
        (StepAction.Delete, RestApiSpec) => ["DeleteRestApi"],
        (StepAction.Update, AccountSettingsSpec) => ["UpdateAccount"],
        (StepAction.Create, VpcLinkSpec or VpcLinkV2Spec) => ["CreateVpcLink"],
        (StepAction.Delete, VpcLinkSpec or VpcLinkV2Spec) => ["DeleteVpcLink"],
        (StepAction.Create, DomainNameSpec) => ["CreateDomainName"],
        (StepAction.Update, DomainNameSpec) => ["UpdateDomainName"],
        (StepAction.Delete, DomainNameSpec) => ["DeleteDomainName"],
        (StepAction.Create, DeploymentSpec) => ["CreateDeployment"],
        (StepAction.Update, UsagePlanSpec) => ["UpdateUsagePlan"],
        (StepAction.Delete, UsagePlanSpec { Emptied: not null }) => ["UpdateUsagePlan"],
        _ => [],
    };
}
