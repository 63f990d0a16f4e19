using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Waf;

/// <summary>Which web ACL stands before which stage of a REST API. The stage keeps it, so that it goes with the stage.</summary>
internal static partial class AssociationOperations
{
    private const string Usual = "APPLICATION_LOAD_BALANCER";
    private const string Types = "APPLICATION_LOAD_BALANCER, API_GATEWAY, APPSYNC, COGNITO_USER_POOL, APP_RUNNER_SERVICE, VERIFIED_ACCESS_INSTANCE, AMPLIFY";

    public static IReadOnlyList<Operation> All { get; } =
    [
        WafOperations.Named("AssociateWebACL", Associate),
        WafOperations.Named("DisassociateWebACL", Disassociate),
        WafOperations.Named("ListResourcesForWebACL", ListResources),
        WafOperations.Named("GetWebACLForResource", GetForResource),
    ];

    /// <summary>The ARNs of the stages that it stands before.</summary>
    public static IEnumerable<string> StagesOf(Region region, string aclArn) =>
        from entry in region.Apis.Values
        from stage in entry.Stages.Values
        where stage.WebAclArn == aclArn
        select $"arn:aws:apigateway:{region.Name}::/restapis/{entry.Id}/stages/{stage.StageName}";

    private static Answer Associate(Call call)
    {
        var acl = Acl(call);
        if (acl.Scope is not "REGIONAL")
        {
            throw WafErrors.Arn("WEB_ACL_ARN", acl.Arn);
        }

        return Put(call, acl.Arn);
    }

    private static Answer Disassociate(Call call) => Put(call, null);

    private static Answer ListResources(Call call)
    {
        var type = call.Body.OneOf("ResourceType", Types) ?? Usual;
        call.Body.Checked();
        var acl = Acl(call);
        // The other kinds of resources are not to be had here.
        var stages = type is "API_GATEWAY" ? StagesOf(call.Region, acl.Arn) : [];
        return WafOperations.Ok(new() { ["ResourceArns"] = new JsonArray([.. stages.Select(arn => JsonValue.Create(arn))]) });
    }

    private static Answer GetForResource(Call call)
    {
        var (_, stage) = Stage(call);
        return WafOperations.Ok(call.Region.WebAcls.All.Values.FirstOrDefault(acl => acl.Arn == stage.WebAclArn) is { } acl ? new() { ["WebACL"] = acl.Shown } : []);
    }

    private static Answer Put(Call call, string? aclArn)
    {
        var (entry, stage) = Stage(call);
        call.Region.Put(entry with { Stages = entry.Stages.With(stage.StageName, stage with { WebAclArn = aclArn }) });
        return WafOperations.Ok([]);
    }

    private static WebAcl Acl(Call call)
    {
        var arn = call.Body.Text("WebACLArn") ?? "";
        return AclArn().IsMatch(arn) ? call.Region.WebAcls.All.Values.FirstOrDefault(acl => acl.Arn == arn) ?? throw WafErrors.Missing : throw WafErrors.Arn("WEB_ACL_ARN", arn);
    }

    private static (ApiEntry Entry, Stage Stage) Stage(Call call)
    {
        var arn = call.Body.Text("ResourceArn") ?? "";
        if (StageArn().Match(arn) is not { Success: true } match || match.Groups["region"].Value != call.Region.Name)
        {
            throw WafErrors.Arn("RESOURCE_ARN", arn);
        }

        var entry = call.Region.Find(match.Groups["api"].Value) ?? throw WafErrors.Missing;
        return (entry, entry.Stages.Find(match.Groups["stage"].Value) ?? throw WafErrors.Missing);
    }

    [GeneratedRegex(@"^arn:aws:wafv2:[a-z0-9-]+:\d{12}:(regional|global)/webacl/[\w-]+/[\w-]+$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex AclArn();

    [GeneratedRegex(@"^arn:aws:apigateway:(?<region>[a-z0-9-]+)::/restapis/(?<api>[^/]+)/stages/(?<stage>[^/]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex StageArn();
}
