using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>Reads how stages are set up; what the portal leaves alone, as AWS has it.</summary>
internal sealed class StageSetupViews(PortalDb db, IGateways gateways)
{
    public async Task<StageSetupView> OfAsync(Guid id, CancellationToken cancellationToken)
    {
        var stage = await db.Set<Stage>().AsNoTracking().SingleAsync(stage => stage.Id == id, cancellationToken);

        var api = await db.Set<Api>().AsNoTracking().SingleAsync(api => api.Id == stage.ApiId, cancellationToken);

        return new StageSetupView
        {
            Id = stage.Id,
            Protocol = api.Protocol,
            IsKept = stage.SettingsText is not null,
            Settings = (stage.Settings ?? (stage.ReleaseId is null ? StageSettingsSpec.None : await FoundOrNullAsync(stage, api.Address, cancellationToken)))?.ToSetup(),
            Description = stage.Description,
            AccessLog = LogOf(stage),
            ConnectionLogGroup = await db.Set<Connection>().Where(connection => connection.Id == stage.ConnectionId).Select(connection => connection.AccessLogGroup).SingleAsync(cancellationToken),
            Tags = stage.Tags,
            Runs = stage.ReleaseId is not null,
            Version = stage.Version,
        };
    }

    private static StageAccessLog LogOf(Stage stage) => new()
    {
        Place = !stage.HasOwnAccessLog ? AccessLogPlace.Connection : stage.OwnAccessLog is null ? AccessLogPlace.Nowhere : AccessLogPlace.Own,
        DestinationArn = stage.HasOwnAccessLog ? stage.AccessLogDestination : null,
        Format = stage.HasOwnAccessLog ? stage.AccessLogFormat : null,
    };

    private async Task<StageSettingsSpec?> FoundOrNullAsync(Stage stage, Address api, CancellationToken cancellationToken)
    {
        var id = stage.Id.ToString();

        try
        {
            var gateway = await gateways.OpenAsync(stage.ConnectionId, cancellationToken);
            var live = await gateway.ReadAsync(GatewayScope.OfApi(stage.ConnectionId, api, id), cancellationToken);

            return live.Find(new Address(Kind.Stage, id)) is StageSpec found ? found.Settings ?? StageSettingsSpec.None : null;
        }
        catch (GatewayRefusedException)
        {
            return null; // For what is only shown.
        }
    }
}
