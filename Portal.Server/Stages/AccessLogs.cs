using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Server.Traffic;

namespace Portal.Server.Stages;

/// <summary>Where the calls of stages are written down, as their connections have it.</summary>
internal static class AccessLogs
{
    /// <summary>Null where the connection has no log group for it. A stage that says itself where it logs does that.</summary>
    public static async Task<AccessLogSpec?> AccessLogAsync(this PortalDb db, Stage stage, CancellationToken cancellationToken)
    {
        if (stage.HasOwnAccessLog)
        {
            return stage.OwnAccessLog;
        }

        var connection = await db.Set<Connection>().AsNoTracking().SingleAsync(connection => connection.Id == stage.ConnectionId, cancellationToken);

        if (connection.AccessLogGroup is not { } arn)
        {
            return null;
        }

        var protocol = await db.Set<Api>().Where(api => api.Id == stage.ApiId).Select(api => api.Protocol).SingleAsync(cancellationToken);

        return new AccessLogSpec { DestinationArn = arn, Format = AccessLogLine.FormatOf(stage.Id, Api.KindOf(protocol)) };
    }
}
