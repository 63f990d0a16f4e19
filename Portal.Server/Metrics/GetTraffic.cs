using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Metrics;

namespace Portal.Server.Metrics;

internal sealed class GetTrafficHandler(TrafficRows rows, Collections collections, SandboxHost sandbox) : IHandler<GetTraffic, TrafficView>
{
    public async Task<Answer<TrafficView>> HandleAsync(GetTraffic request, CurrentUser user, CancellationToken cancellationToken)
    {
        var wanted = rows.Wanted(user, request.Search);
        var places = await wanted.Skip(request.Skip).Take(request.Take).ToListAsync(cancellationToken);
        var periods = rows.PeriodsOf(request);

        return new TrafficView
        {
            From = periods.From,
            To = periods.To,
            Rows = rows.Read(places, periods),
            Total = await wanted.CountAsync(cancellationToken),
            Collections = [.. places.DistinctBy(place => place.ConnectionId).OrderBy(place => place.Connection).Select(place => collections.Of(place.ConnectionId, place.Connection))],
            MayMakeTraffic = sandbox.Address is not null && user.Roles.Grant(Policies.MakeTraffic) && await rows.InSandbox(user).AnyAsync(cancellationToken),
        };
    }
}
