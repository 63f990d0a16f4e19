using Portal.Server.Gateway;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

/// <summary>Finds VPC links with how they stand to the portal.</summary>
internal sealed class OwnVpcLinks(IAccountThings things, AccountStandings standings)
{
    public async Task<IReadOnlyList<(FoundVpcLink Link, Guid? Id, ThingStanding Standing)>> AllAsync(Guid connection, CancellationToken cancellationToken)
    {
        var (standing, standingV2) = (await standings.OfAsync(connection, Kind.VpcLink, cancellationToken), await standings.OfAsync(connection, Kind.VpcLinkV2, cancellationToken));

        return
        [
            .. from link in await things.VpcLinksAsync(connection, cancellationToken)
               let stands = link.Thing.Spec is VpcLinkSpec ? standing(link.Thing) : standingV2(link.Thing)
               select (link, stands.Id, stands.Standing),
        ];
    }

    /// <param name="connection">The account and Region.</param>
    /// <param name="id">The portal's id of one that it may change.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<Answer<FoundVpcLink>> FindAsync(Guid connection, Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return (await AllAsync(connection, cancellationToken)).FirstOrDefault(one => one.Id == id && one.Standing is ThingStanding.Ours or ThingStanding.Imported).Link is { } link ? link : Platform.Refusals.NotFound;
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.NotAnswered(refused);
        }
    }
}
