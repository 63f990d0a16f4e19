using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

internal sealed class CheckDriftHandler(PortalDb db, FindingViews views, DriftSchedule schedule) : IHandler<CheckDrift, DriftStatus>
{
    public async Task<Answer<DriftStatus>> HandleAsync(CheckDrift request, CurrentUser user, CancellationToken cancellationToken)
    {
        await DriftRounds.EnrollAsync(db, cancellationToken);
        var wanted = await GetDriftStatusHandler.ChecksOf(db, user, request.Subject, request.Connection)
            .Where(check => request.Look == DriftLook.Full || !check.Subject.StartsWith(DocumentationSpec.Prefix))
            .ExecuteUpdateAsync(rows => rows.SetProperty(check => check.Wanted, request.Look).SetProperty(check => check.NotBefore, (DateTimeOffset?)null), cancellationToken);

        if (wanted is 0 && request.Subject is not null)
        {
            return Refusals.NothingToCheck;
        }

        // It is wanted now, whether or not the one who asked still waits for the answer.
        await schedule.WakeAsync(CancellationToken.None);

        return await new GetDriftStatusHandler(db, views).HandleAsync(new GetDriftStatus { Subject = request.Subject, Connection = request.Connection }, user, cancellationToken);
    }
}
