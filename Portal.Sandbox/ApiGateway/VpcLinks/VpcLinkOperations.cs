using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.ApiGateway.Tags;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.VpcLinks;

/// <summary>Ways to load balancers in private networks.</summary>
internal static partial class VpcLinkOperations
{
    private const string Template = "/vpclinks";
    private const string One = $"{Template}/{{vpclink_id}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateVpcLink", "POST", Template, Create),
        new(Gateway.Service, "GetVpcLinks", "GET", Template, call => Answer.Ok(Page<VpcLink>.Of(call, call.Region.VpcLinks.All, link => link.Id, link => link), WireJson.Default.PageVpcLink)),
        new(Gateway.Service, "GetVpcLink", "GET", One, call => Answer.Ok(Find(call), WireJson.Default.VpcLink)),
        new(Gateway.Service, "UpdateVpcLink", "PATCH", One, Update),
        new(Gateway.Service, "DeleteVpcLink", "DELETE", One, Delete),
    ];

    private static Answer Create(Call call)
    {
        var name = Name(call.Body.Text("name"));
        var targets = call.Body.List("targetArns") ?? [];
        if (targets.FirstOrDefault(arn => !Arn().IsMatch(arn)) is { } wrong)
        {
            throw AwsError.BadRequest($"Invalid ARN. ARN is not well formed {wrong}");
        }

        if (targets.Count is not 1)
        {
            throw AwsError.BadRequest(targets.Count > 1 ? "More than one target arn specified for vpc link." : "TargetArns for a vpc link cannot be empty");
        }

        Limits.Check(call.Region.VpcLinks.All.Count + 1, Limits.VpcLinks, "VPC links", "this account");
        VpcLink link = new()
        {
            Id = Ids.Short(),
            Name = name,
            Description = call.Body.Text("description"),
            TargetArns = targets,
            Status = "PENDING",
            Tags = TagRules.Checked(call.Body.Texts("tags")),
        };
        call.Region.VpcLinks.Put(link.Id, link.Ready);
        return new(202, Answer.Ok(link, WireJson.Default.VpcLink).Content);
    }

    private static Answer Update(Call call)
    {
        var link = PatchOperation.Of(call).Aggregate(Find(call), (state, patch) => (patch.Op, patch.Path) switch
        {
            ("replace", "/name") => state with { Name = Name(patch.Value) },
            ("replace", "/description") => state with { Description = patch.Value },
            _ => throw patch.NotSupported("/name", "/description"),
        });
        call.Region.VpcLinks.Put(link.Id, link);
        return Answer.Ok(link, WireJson.Default.VpcLink);
    }

    private static Answer Delete(Call call)
    {
        var link = Find(call);
        string[] users = [.. call.Region.Apis.Values.SelectMany(entry => Users(entry, link.Id))];
        if (users is not [])
        {
            throw AwsError.BadRequest($"Cannot delete vpc link. Vpc link '{link.Id}', is referenced in [{string.Join(", ", users)}] in format of [Method:Resource:Stage].");
        }

        call.Region.VpcLinks.Remove(link.Id);
        return Answer.Accepted;
    }

    /// <summary>The deployed methods that go through a link, which they may name by a variable of the stage.</summary>
    private static IEnumerable<string> Users(ApiEntry entry, string id) =>
        from stage in entry.Stages.Values
        let definition = entry.Deployments.Find(stage.DeploymentId)?.Snapshot.Definition
        where definition is not null
        from resource in definition.Resources.Values
        from method in resource.ResourceMethods?.Values ?? []
        where method.MethodIntegration is { ConnectionType: "VPC_LINK" } integration && LinkOf(integration, stage) == id
        select $"{method.HttpMethod}:{resource.Id}:{stage.StageName}";

    private static string? LinkOf(Integration integration, Stage stage) => integration.ConnectionId is { } id && StageVariable().Match(id) is { Success: true } variable
        ? stage.Variables.Find(variable.Groups["name"].Value)
        : integration.ConnectionId;

    private static string Name(string? name) => name is null or "" ? throw AwsError.BadRequest("Name cannot be empty") : name;

    private static VpcLink Find(Call call) => call.Region.VpcLinks.Find(call["vpclink_id"]) ?? throw AwsError.NotFound("Invalid Vpc Link identifier specified");

    [GeneratedRegex(@"\Aarn:aws[\w-]*:elasticloadbalancing:[\w-]+:\d{12}:loadbalancer/.+\z")]
    private static partial Regex Arn();

    [GeneratedRegex(@"\A\$\{stageVariables\.(?<name>\w+)\}\z")]
    private static partial Regex StageVariable();
}
