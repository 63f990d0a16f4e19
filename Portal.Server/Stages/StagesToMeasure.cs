using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Server.Traffic;
using Portal.Shared.Catalog;

namespace Portal.Server.Stages;

/// <summary>Tells the collector which stages run something.</summary>
internal sealed class StagesToMeasure(IServiceScopeFactory scopes) : IMeasuredStages
{
    public async Task<IReadOnlyList<MeasuredStage>> AllAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        var stages = await (
            from stage in db.Set<Stage>()
            where stage.ReleaseId != null
            join api in db.Set<Api>() on stage.ApiId equals api.Id
            join connection in db.Set<Connection>() on stage.ConnectionId equals connection.Id
            select new { stage.Id, stage.Name, stage.CreatedAt, Api = api.NameInAws ?? api.AwsName, api.Protocol, Address = api.Id, Connection = connection }).AsNoTracking().ToListAsync(cancellationToken);

        return [.. stages.Select(stage => new MeasuredStage
        {
            Id = stage.Id,
            Connection = stage.Connection.Id,
            IsSandbox = stage.Connection.IsSandbox,
            Api = stage.Api,
            ById = stage.Protocol is Protocol.Rest ? null : new Address(Api.KindOf(stage.Protocol), stage.Address.ToString()),
            Name = stage.Name,
            AccessLogGroup = stage.Connection.AccessLogGroup,
            Since = stage.CreatedAt,
        })];
    }
}
