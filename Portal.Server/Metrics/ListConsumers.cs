using Microsoft.EntityFrameworkCore;
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
        var connection = await (
            from stage in db.Set<Stage>()
            where stage.Id == request.StageId
            join place in db.Set<Connection>() on stage.ConnectionId equals place.Id
            select place).AsNoTracking().SingleAsync(cancellationToken);
        var periods = consumers.PeriodsOf(request);
        var (rows, total) = await consumers.ReadAsync(request.StageId, periods, user, request.Skip..(request.Skip + request.Take), cancellationToken);

        return new ConsumersView
        {
            From = periods.From,
            To = periods.To,
            Rows = rows,
            Total = total,
            AccessLogGroup = connection.AccessLogGroup,
            Collection = collections.Of(connection.Id, connection.Name, ReadingKind.AccessLogs),
        };
    }
}
