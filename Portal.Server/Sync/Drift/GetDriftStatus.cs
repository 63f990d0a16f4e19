using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
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
        // What is said of an API is looked at once a day, and is no thing more to a person who counts.
        var subjects = checks.Where(check => !check.Subject.StartsWith(DocumentationSpec.Prefix));
        var beside = request.Subject is { } subject ? DocumentationSpec.SubjectBeside(subject) : null;
        var findings = views.Reached(user).Where(finding =>
            (request.Subject == null || finding.Subject == request.Subject || finding.Subject == beside) && (request.Connection == null || finding.ConnectionId == request.Connection));

        return new DriftStatus
        {
            Subjects = await subjects.CountAsync(cancellationToken),
            Waiting = await checks.CountAsync(check => check.Wanted != null, cancellationToken),
            Unseen = await subjects.CountAsync(check => check.QuickAt == null, cancellationToken),
            OldestLook = await subjects.MinAsync(check => check.QuickAt, cancellationToken),
            OldestFullLook = await subjects.MinAsync(check => check.FullAt, cancellationToken),
            Open = await findings.CountAsync(finding => finding.State == FindingState.Open, cancellationToken),
            Ignored = await findings.CountAsync(finding => finding.State == FindingState.Ignored, cancellationToken),
            OpenBySubject = (await findings.Where(finding => finding.State == FindingState.Open).GroupBy(finding => finding.Subject).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken))
                .GroupBy(group => DocumentationSpec.ApiOf(group.Key)).ToDictionary(group => group.Key, group => group.Sum(one => one.Count)),
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
        var beside = subject is null ? null : DocumentationSpec.SubjectBeside(subject);
        var checks = db.Set<DriftCheck>().Where(check => (subject == null || check.Subject == subject || check.Subject == beside) && (connection == null || check.ConnectionId == connection));

        return user.Roles.ReachesAllTeams() ? checks : checks.Where(check => user.Teams.Contains(check.TeamId));
    }
}
