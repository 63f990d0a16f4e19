using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class ListVpcLinksHandler(PortalDb db, OwnVpcLinks links, IAppliedSpecs applied) : IHandler<ListVpcLinks, Page<VpcLinkView>>
{
    public async Task<Answer<Page<VpcLinkView>>> HandleAsync(ListVpcLinks request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.Set<Connection>().AnyAsync(connection => connection.Id == request.ConnectionId, cancellationToken))
        {
            return Platform.Refusals.NotFound;
        }

        try
        {
            var views = new List<VpcLinkView>();

            foreach (var (link, id, standing) in await links.AllAsync(request.ConnectionId, cancellationToken))
            {
                views.Add(View(link, id, standing, await applied.UsersOfAsync(request.ConnectionId, link.AwsId, cancellationToken)));
            }

            return new Page<VpcLinkView> { Items = views, Total = views.Count };
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.NotAnswered(refused);
        }
    }

    private static VpcLinkView View(FoundVpcLink link, Guid? id, ThingStanding standing, IReadOnlyList<string> users) => new()
    {
        Id = id,
        AwsId = link.AwsId,
        Name = AccountNames.Of(link.Thing.Spec),
        Description = (link.Thing.Spec as VpcLinkSpec)?.Description,
        TargetArn = (link.Thing.Spec as VpcLinkSpec)?.TargetArn,
        SubnetIds = (link.Thing.Spec as VpcLinkV2Spec)?.SubnetIds ?? [],
        SecurityGroupIds = (link.Thing.Spec as VpcLinkV2Spec)?.SecurityGroupIds ?? [],
        Status = link.Status,
        StatusMessage = link.StatusMessage,
        Standing = standing,
        OwnedBy = link.Thing.Owner?.Words,
        Users = users,
    };
}
