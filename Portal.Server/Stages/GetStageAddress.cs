using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class GetStageAddressHandler(PortalDb db, StagePlaces places) : IHandler<GetStageAddress, StageAddressView>
{
    public async Task<Answer<StageAddressView>> HandleAsync(GetStageAddress request, CurrentUser user, CancellationToken cancellationToken)
    {
        var stage = await db.Set<Stage>().AsNoTracking().SingleAsync(stage => stage.Id == request.Id, cancellationToken);

        try
        {
            return await places.FindAsync(stage, cancellationToken) is { } address
                ? new StageAddressView { InvokeUrl = address.InvokeUrl, RestApiId = address.RestApiId, Arn = address.Arn, Commands = await CommandsAsync(stage, address, cancellationToken) }
                : Refusals.NotDeployed;
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.Upstream(refused);
        }
    }

    private async Task<IReadOnlyList<string>> CommandsAsync(Stage stage, StageAddress address, CancellationToken cancellationToken)
    {
        var text = await (
            from release in db.Set<Release>()
            where release.Id == stage.ReleaseId
            join revision in db.Set<ApiRevision>() on release.RevisionId equals revision.Id
            select revision.Text).SingleOrDefaultAsync(cancellationToken);

        if (text is null)
        {
            return [];
        }

        var api = await db.Set<Api>().AsNoTracking().SingleAsync(api => api.Id == stage.ApiId, cancellationToken);

        return api.Project(ApiRevision.Read(text)).Spec is { } spec ? LambdaPermissions.Of(spec, await places.OfAsync(stage, address, cancellationToken)) : [];
    }
}
