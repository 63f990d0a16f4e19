using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ChangeStageSetupHandler(PortalDb db, IAuditTrail audit, StageSetupViews views) : IHandler<ChangeStageSetup, StageSetupView>
{
    public async Task<Answer<StageSetupView>> HandleAsync(ChangeStageSetup request, CurrentUser user, CancellationToken cancellationToken)
    {
        var stage = await db.Set<Stage>().SingleAsync(stage => stage.Id == request.Id, cancellationToken);

        var protocol = await db.Set<Api>().Where(api => api.Id == stage.ApiId).Select(api => api.Protocol).SingleAsync(cancellationToken);

        if (request.Settings is { } wanted)
        {
            List<string> misplaced = [.. wanted.Misplaced(protocol)];

            if (misplaced is not [])
            {
                return Refusals.NotOfThisKind(misplaced);
            }

            if (protocol is not Protocol.Rest && LimitOfAll(wanted.ToSpec(protocol)) is null && await db.Set<Release>().AsNoTracking().SingleOrDefaultAsync(release => release.Id == stage.ReleaseId, cancellationToken) is { Settings: { } running } && LimitOfAll(running) is not null)
            {
                return Refusals.LimitStays;
            }
        }

        db.Expect(stage, request.Version);

        stage.Settings = request.Settings?.ToSpec(protocol);
        stage.Description = string.IsNullOrWhiteSpace(request.Description) ? null : request.Description.Trim();
        stage.Tags = new Dictionary<string, string>(request.Tags);
        (stage.ChoosesAccessLog, stage.OwnAccessLog) = (request.AccessLog.Place is not AccessLogPlace.Connection, LogOf(request.AccessLog));

        audit.Record(user, "stages.set-up", stage.Name, $"{stage.Id}: {(request.Settings is null ? "settings are left as they are in AWS" : "settings are kept")}, {stage.Tags.Count} tags");
        await db.SaveChangesAsync(cancellationToken);

        return await views.OfAsync(stage.Id, cancellationToken);
    }

    private static double? LimitOfAll(StageSettingsSpec settings) => settings.Methods.GetValueOrDefault(StageSettingsSpec.AllMethods)?.ThrottlingRateLimit;

    private static AccessLogSpec? LogOf(StageAccessLog log) =>
        log is { Place: AccessLogPlace.Own, DestinationArn: { } arn, Format: { } format } ? new AccessLogSpec { DestinationArn = arn, Format = format } : null;
}
