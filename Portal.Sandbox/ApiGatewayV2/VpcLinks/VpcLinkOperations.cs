using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.VpcLinks;

/// <summary>Ways into private networks. But for the subnets', texts of refusals are not recorded from the service.</summary>
internal static class VpcLinkOperations
{
    private const string Template = "/v2/vpclinks";
    private const string One = $"{Template}/{{vpcLinkId}}";
    private const int MostSubnets = 10;

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateVpcLink", "POST", Template, Create),
        new(Gateway.Service, "GetVpcLinks", "GET", Template, call => Answer.Ok(PageV2<VpcLink>.Of(call, call.Region.VpcLinksV2.All, link => link.VpcLinkId, link => link), JsonV2.Default.PageV2VpcLink)),
        new(Gateway.Service, "GetVpcLink", "GET", One, call => Answer.Ok(Find(call), JsonV2.Default.VpcLink)),
        new(Gateway.Service, "UpdateVpcLink", "PATCH", One, Update),
        new(Gateway.Service, "DeleteVpcLink", "DELETE", One, Delete),
    ];

    private static Answer Create(Call call)
    {
        var subnets = call.Body.List("subnetIds") ?? [];
        if (subnets is [])
        {
            throw AwsError.BadRequest("SubnetIds for a vpc link cannot be empty");
        }

        if (subnets.Count > MostSubnets)
        {
            throw AwsError.BadRequest("Too many subnets: a vpc link can have 10");
        }

        VpcLink link = new()
        {
            VpcLinkId = Ids.Short(),
            Name = Name(call.Body.Text("name")),
            SubnetIds = subnets,
            SecurityGroupIds = call.Body.List("securityGroupIds") ?? [],
            CreatedDate = call.Now,
            Tags = call.Body.Texts("tags") ?? Map<string>.Empty,
        };
        if (link.Tags.Count > Tags.TagOperations.Most)
        {
            throw AwsError.BadRequest(Tags.TagOperations.TooMany);
        }

        call.Region.VpcLinksV2.Put(link.VpcLinkId, link);
        return Answer.Created(link, JsonV2.Default.VpcLink);
    }

    private static Answer Update(Call call)
    {
        var link = Find(call);
        link = link with { Name = Name(call.Body.Text("name") ?? link.Name) };
        call.Region.VpcLinksV2.Put(link.VpcLinkId, link);
        return Answer.Ok(link, JsonV2.Default.VpcLink);
    }

    private static Answer Delete(Call call)
    {
        var link = Find(call);
        if (call.Region.ApisV2.All.Values.Any(whole => whole.Definition.Integrations.Values.Any(integration => integration.ConnectionId == link.VpcLinkId)))
        {
            throw AwsError.BadRequest($"Cannot delete vpc link '{link.VpcLinkId}', is referenced in an integration");
        }

        call.Region.VpcLinksV2.Remove(link.VpcLinkId);
        return Answer.Accepted;
    }

    private static string Name(string? name) => name is null or "" ? throw AwsError.BadRequest("Name cannot be empty") : name;

    private static VpcLink Find(Call call) => call.Region.VpcLinksV2.Find(call["vpcLinkId"]) ?? throw AwsError.NotFound("Invalid Vpc Link identifier specified");
}
