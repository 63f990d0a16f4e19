using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Server.Traffic;
using Portal.Shared;
using Portal.Shared.Metrics;

namespace Portal.Server.Metrics;

internal sealed class ListConsumersHandler(PortalDb db, ConsumerRows consumers, Collections collections) : IHandler<ListConsumers, ConsumersView>
{
    public async Task<Answer<ConsumersView>> HandleAsync(ListConsumers request, CurrentUser user, CancellationToken cancellationToken)
    {
        var (connection, protocol) = await (
            from stage in db.Set<Stage>().AsNoTracking()
            where stage.Id == request.StageId
            join api in db.Set<Api>() on stage.ApiId equals api.Id
            join place in db.Set<Connection>() on stage.ConnectionId equals place.Id
            select ValueTuple.Create(place, api.Protocol)).SingleAsync(cancellationToken);
        var periods = consumers.PeriodsOf(request);
        var (rows, total) = await consumers.ReadAsync(request.StageId, periods, user, request.Skip..(request.Skip + request.Take), cancellationToken);

        return new ConsumersView
        {
            From = periods.From,
            To = periods.To,
            Rows = rows,
            Total = total,
            Protocol = protocol,
            AccessLogGroup = connection.AccessLogGroup,
            Collection = collections.Of(connection.Id, connection.Name, ReadingKind.AccessLogs),
        };
    }
}
