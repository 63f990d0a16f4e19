using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

internal sealed class GetDriftStatusHandler(PortalDb db, FindingViews views) : IHandler<GetDriftStatus, DriftStatus>
{
    private const int MostTroubles = 20;

    public async Task<Answer<DriftStatus>> HandleAsync(GetDriftStatus request, CurrentUser user, CancellationToken cancellationToken)
    {
        var checks = ChecksOf(db, user, request.Subject, request.Connection);
        var findings = views.Reached(user).Where(finding =>
            (request.Subject == null || finding.Subject == request.Subject) && (request.Connection == null || finding.ConnectionId == request.Connection));

        return new DriftStatus
        {
            Subjects = await checks.CountAsync(cancellationToken),
            Waiting = await checks.CountAsync(check => check.Wanted != null, cancellationToken),
            Unseen = await checks.CountAsync(check => check.QuickAt == null, cancellationToken),
            OldestLook = await checks.MinAsync(check => check.QuickAt, cancellationToken),
            OldestFullLook = await checks.MinAsync(check => check.FullAt, cancellationToken),
            Open = await findings.CountAsync(finding => finding.State == FindingState.Open, cancellationToken),
            Ignored = await findings.CountAsync(finding => finding.State == FindingState.Ignored, cancellationToken),
            OpenBySubject = await findings.Where(finding => finding.State == FindingState.Open).GroupBy(finding => finding.Subject).ToDictionaryAsync(subject => subject.Key, subject => subject.Count(), cancellationToken),
            Troubles = await checks
                .Where(check => check.Trouble != null)
                .OrderBy(check => check.Subject)
                .Take(MostTroubles)
                .Select(check => new DriftTrouble(check.Subject, db.Set<Connection>().Where(connection => connection.Id == check.ConnectionId).Select(connection => connection.Name).Single(), check.Trouble!))
                .ToListAsync(cancellationToken),
        };
    }

    public static IQueryable<DriftCheck> ChecksOf(PortalDb db, CurrentUser user, string? subject, Guid? connection)
    {
        var checks = db.Set<DriftCheck>().Where(check => (subject == null || check.Subject == subject) && (connection == null || check.ConnectionId == connection));

        return user.Roles.ReachesAllTeams() ? checks : checks.Where(check => user.Teams.Contains(check.TeamId));
    }
}
