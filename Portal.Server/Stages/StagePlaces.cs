using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;

namespace Portal.Server.Stages;

/// <summary>Finds out where in AWS a stage is, or will be.</summary>
internal sealed class StagePlaces(PortalDb db, IGateways gateways)
{
    /// <summary>Null while AWS has no such stage. Throws where AWS refuses to say.</summary>
    public async Task<StageAddress?> FindAsync(Stage stage, CancellationToken cancellationToken)
    {
        var api = await db.Set<Api>().AsNoTracking().SingleAsync(api => api.Id == stage.ApiId, cancellationToken);
        var gateway = await gateways.OpenAsync(stage.ConnectionId, cancellationToken);

        return await gateway.FindStageAsync(api.Address, stage.Id.ToString(), cancellationToken);
    }

    /// <summary>What commands about the stage must name; AWS's id of the API is looked up where any of its stages runs there.</summary>
    public async Task<LambdaPermissions.Place> OfAsync(Stage stage, CancellationToken cancellationToken)
    {
        var sibling = await db.Set<Stage>().AsNoTracking()
            .Where(other => other.ApiId == stage.ApiId && other.ConnectionId == stage.ConnectionId && other.ReleaseId != null)
            .FirstOrDefaultAsync(cancellationToken);

        return await OfAsync(stage, sibling is null ? null : await FoundOrNullAsync(sibling, cancellationToken), cancellationToken);
    }

    public async Task<LambdaPermissions.Place> OfAsync(Stage stage, StageAddress? address, CancellationToken cancellationToken)
    {
        var connection = await db.Set<Connection>().AsNoTracking().SingleAsync(connection => connection.Id == stage.ConnectionId, cancellationToken);

        return new LambdaPermissions.Place
        {
            Region = connection.Region,
            // arn:aws:iam::123456789012:role/name
            Account = connection.RoleArn?.Split(':') is [_, _, _, _, var account, ..] ? account : null,
            RestApiId = address?.RestApiId ?? LambdaPermissions.UnknownApi,
            Stage = stage.Name,
            Variables = stage.Variables,
        };
    }

    /// <summary>For what is only told: where AWS does not say, the proposal itself will be refused with AWS's words.</summary>
    private async Task<StageAddress?> FoundOrNullAsync(Stage stage, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(stage, cancellationToken);
        }
        catch (GatewayRefusedException)
        {
            return null;
        }
    }
}
