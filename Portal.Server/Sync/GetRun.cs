using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

internal sealed class GetRunHandler(PortalDb db, RunViews views, Obstacles obstacles) : IHandler<GetRun, RunView>
{
    public async Task<Answer<RunView>> HandleAsync(GetRun request, CurrentUser user, CancellationToken cancellationToken)
    {
        var run = await db.Set<ChangeRun>().AsNoTracking().SingleAsync(run => run.Id == request.Id, cancellationToken);
        var view = await views.OfAsync(request.Id, cancellationToken);

        return view.Actions.Contains(RunAction.Approve)
            ? view with { Objection = (await obstacles.ObjectionOrNullAsync(run, user.Id, cancellationToken))?.Detail }
            : view;
    }
}
