using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>VPC links to network load balancers. AWS makes one within minutes; that it is there is what can be approved and read back, not that it works.</summary>
internal sealed class VpcLinks(AwsClients aws, KnownBook known, WriteRights rights) : MarkedKind<VpcLinkSpec, VpcLink>(known, rights)
{
    public override Kind Kind => Kind.VpcLink;

    public override string Folder => "vpclinks";

    public override Task<List<VpcLink>> AllAsync(CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.Reading.GetVpcLinksAsync, new GetVpcLinksRequest { Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    });

    public static VpcLinkSpec ToSpec(string id, VpcLink live) => new(id)
    {
        Name = live.Name ?? "",
        Description = string.IsNullOrEmpty(live.Description) ? null : live.Description,
        TargetArn = live.TargetArns is [var target, ..] ? target : "",
    };

    public override IReadOnlyDictionary<string, string>? TagsOf(VpcLink live) => live.Tags;

    protected override string IdOf(VpcLink live) => live.Id;

    protected override Task<VpcLinkSpec> ToSpecAsync(string id, VpcLink live, CancellationToken cancellationToken) => Task.FromResult(ToSpec(id, live));

    /// <summary>One that bears this very mark was made by an earlier call that was cut.</summary>
    protected override async Task CreateAsync(VpcLinkSpec after, CancellationToken cancellationToken)
    {
        if (await OwnAsync("CreateVpcLink", after.Id, cancellationToken) is { } earlier)
        {
            await UpdateAsync(ToSpec(after.Id, earlier), after, cancellationToken);

            return;
        }

        await Calls.AskAsync(
            aws.Writing.CreateVpcLinkAsync,
            new CreateVpcLinkRequest { Name = after.Name, Description = after.Description, TargetArns = [after.TargetArn], Tags = new() { [RestApis.Mark] = after.Id } },
            cancellationToken);
    }

    protected override async Task UpdateAsync(VpcLinkSpec before, VpcLinkSpec after, CancellationToken cancellationToken)
    {
        if (before.TargetArn != after.TargetArn)
        {
            throw new GatewayRefusedException("UpdateVpcLink", "BadRequestException", "AWS changes only the name and the description of a VPC link: make another one for another load balancer.", GatewayRefusal.Final);
        }

        var live = await OwnOrThrowAsync("UpdateVpcLink", after.Id, cancellationToken);
        var patches = new List<PatchOperation>();

        if (before.Name != after.Name)
        {
            patches.Add(new() { Op = Op.Replace, Path = "/name", Value = after.Name });
        }

        if (before.Description != after.Description)
        {
            patches.Add(new() { Op = Op.Replace, Path = "/description", Value = after.Description ?? "" });
        }

        if (patches is not [])
        {
            await Calls.AskAsync(aws.Writing.UpdateVpcLinkAsync, new UpdateVpcLinkRequest { VpcLinkId = live.Id, PatchOperations = patches }, cancellationToken);
        }
    }

    protected override async Task DeleteAsync(VpcLinkSpec before, CancellationToken cancellationToken)
    {
        if (await OwnAsync("DeleteVpcLink", before.Id, cancellationToken) is { } live)
        {
            await Calls.DeleteAsync(aws.Writing.DeleteVpcLinkAsync, new DeleteVpcLinkRequest { VpcLinkId = live.Id }, cancellationToken);
        }
    }
}
