using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

internal sealed class ListRunsHandler(PortalDb db) : IHandler<ListRuns, Page<RunSummary>>
{
    public async Task<Answer<Page<RunSummary>>> HandleAsync(ListRuns request, CurrentUser user, CancellationToken cancellationToken)
    {
        var runs = db.Set<ChangeRun>().AsNoTracking();

        if (!user.Roles.ReachesAllTeams())
        {
            runs = runs.Where(run => user.Teams.Contains(run.TeamId));
        }

        runs = runs.Where(run =>
            (request.State == null || run.State == request.State)
            && (request.Subject == null || run.Subject == request.Subject)
            && (request.Connection == null || run.ConnectionId == request.Connection));

        var rows = await runs
            .OrderByDescending(run => run.ProposedAt).ThenByDescending(run => run.Id)
            .Skip(request.Skip)
            .Take(request.Take)
            .Select(run => new
            {
                Run = run,
                ConnectionName = db.Set<Connection>().Where(connection => connection.Id == run.ConnectionId).Select(connection => connection.Name).Single(),
                Done = run.Steps.Count(step => step.State == StepState.Done),
                Total = run.Steps.Count,
            })
            .ToListAsync(cancellationToken);

        var names = await db.NamesAsync(rows.Select(row => (Guid?)row.Run.ProposedBy), cancellationToken);

        return new Page<RunSummary>
        {
            Total = await runs.CountAsync(cancellationToken),
            Items = [.. rows.Select(row => new RunSummary
            {
                Id = row.Run.Id,
                Title = row.Run.Title,
                State = row.Run.State,
                Subject = row.Run.Subject,
                Connection = row.Run.ConnectionId,
                ConnectionName = row.ConnectionName,
                ProposedBy = names[row.Run.ProposedBy],
                ProposedAt = row.Run.ProposedAt,
                EndedAt = row.Run.EndedAt,
                Outcome = row.Run.Outcome,
                Progress = new Progress(row.Done, row.Total),
            })],
        };
    }
}
