using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>VPC links into subnets, of version 2 of the service.</summary>
internal sealed class VpcLinksV2(AwsClients aws, KnownBook known, WriteRights rights) : MarkedKind<VpcLinkV2Spec, VpcLink>(known, rights)
{
    public override Kind Kind => Kind.VpcLinkV2;

    /// <summary>Both versions call them vpclinks; here they are told apart.</summary>
    public override string Folder => "v2/vpclinks";

    public override Task<List<VpcLink>> AllAsync(CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.V2.GetVpcLinksAsync, new GetVpcLinksRequest { MaxResults = "500", NextToken = position }, cancellationToken);

        return (page.Items, page.NextToken);
    });

    public static VpcLinkV2Spec ToSpec(string id, VpcLink live) => new(id) { Name = live.Name ?? "", SubnetIds = live.SubnetIds ?? [], SecurityGroupIds = live.SecurityGroupIds ?? [] };

    public override IReadOnlyDictionary<string, string>? TagsOf(VpcLink live) => live.Tags;

    protected override string IdOf(VpcLink live) => live.VpcLinkId;

    protected override Task<VpcLinkV2Spec> ToSpecAsync(string id, VpcLink live, CancellationToken cancellationToken) => Task.FromResult(ToSpec(id, live));

    /// <summary>One that bears this very mark was made by an earlier call that was cut.</summary>
    protected override async Task CreateAsync(VpcLinkV2Spec after, CancellationToken cancellationToken)
    {
        if (await OwnAsync("CreateVpcLink", after.Id, cancellationToken) is { } earlier)
        {
            await UpdateAsync(ToSpec(after.Id, earlier), after, cancellationToken);

            return;
        }

        await Calls.AskAsync(
            aws.WritingV2.CreateVpcLinkAsync,
            new CreateVpcLinkRequest { Name = after.Name, SubnetIds = [.. after.SubnetIds], SecurityGroupIds = [.. after.SecurityGroupIds], Tags = new() { [RestApis.Mark] = after.Id } },
            cancellationToken);
    }

    protected override async Task UpdateAsync(VpcLinkV2Spec before, VpcLinkV2Spec after, CancellationToken cancellationToken)
    {
        if (!before.SubnetIds.SequenceEqual(after.SubnetIds) || !before.SecurityGroupIds.SequenceEqual(after.SecurityGroupIds))
        {
            throw new GatewayRefusedException("UpdateVpcLink", "BadRequestException", "AWS changes only the name of this VPC link: make another one for other subnets or security groups.", GatewayRefusal.Final);
        }

        var live = await OwnOrThrowAsync("UpdateVpcLink", after.Id, cancellationToken);

        if (before.Name != after.Name)
        {
            await Calls.AskAsync(aws.WritingV2.UpdateVpcLinkAsync, new UpdateVpcLinkRequest { VpcLinkId = live.VpcLinkId, Name = after.Name }, cancellationToken);
        }
    }

    protected override async Task DeleteAsync(VpcLinkV2Spec before, CancellationToken cancellationToken)
    {
        if (await OwnAsync("DeleteVpcLink", before.Id, cancellationToken) is { } live)
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteVpcLinkAsync, new DeleteVpcLinkRequest { VpcLinkId = live.VpcLinkId }, cancellationToken);
        }
    }
}
