using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Platform;
using Portal.Server.Traffic;
using Portal.Shared;
using Portal.Shared.Metrics;

namespace Portal.Server.Metrics;

internal sealed class MakeTrafficHandler(PortalDb db, TrafficRows rows, SandboxHost host, SandboxTraffic sandbox, ReadingBook book, Collector collector, IAuditTrail audit) : IHandler<MakeTraffic, MadeTraffic>
{
    public async Task<Answer<MadeTraffic>> HandleAsync(MakeTraffic request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (host.Address is not { } address)
        {
            return Refusals.NoSandbox;
        }

        var wanted = await rows.InSandbox(user).ToListAsync(cancellationToken);

        if (wanted is [])
        {
            return Refusals.NothingRunsThere;
        }

        var connection = await db.Set<Connection>().AsNoTracking().SingleAsync(connection => connection.Id == wanted[0].ConnectionId, cancellationToken);
        audit.Record(user, "metrics.make-traffic", connection.Name, $"{request.Days} days of calls of {wanted.Count} stages");
        await db.SaveChangesAsync(cancellationToken);

        switch (await sandbox.MakeAsync(address, connection.Region, [.. wanted.Select(stage => (stage.Api, stage.Stage))], request.Days, cancellationToken))
        {
            case Answer<SandboxTraffic.Made>.Given(var made):
                book.ReadAgain([.. wanted.Select(stage => stage.StageId)], connection.AccessLogGroup, made.From);
                await collector.CollectAsync(cancellationToken);
                return new MadeTraffic { Stages = made.Stages, Calls = made.Calls, IncidentFrom = made.IncidentFrom, IncidentTo = made.IncidentTo };
            case Answer<SandboxTraffic.Made>.Refused(var refusal):
                return refusal;
            default:
                throw new UnreachableException();
        }
    }
}
