using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog.Documents;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class DeleteApiHandler(PortalDb db, IApiStages stages, IChangeRuns runs, IAuditTrail audit) : IHandler<DeleteApi, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(DeleteApi request, CurrentUser user, CancellationToken cancellationToken)
    {
        var api = await db.Set<Api>().SingleAsync(api => api.Id == request.Id, cancellationToken);

        if (await stages.RunningAsync(api.Id, cancellationToken) is { Count: > 0 } running)
        {
            return Refusals.StillRuns(running);
        }

        if (await runs.WithdrawAsync(api.Address, null, "The API was deleted from the portal. Nothing was written.", cancellationToken) is { } busy)
        {
            return busy;
        }

        db.Expect(api, request.Version);
        db.Remove(api);
        audit.Record(user, "catalog.delete", api.Name, $"{api.Id}, {RevisionSummary.Counted(api.LatestRevision, "revision")}");
        await db.SaveChangesAsync(cancellationToken);

        return Nothing.AtAll;
    }
}
