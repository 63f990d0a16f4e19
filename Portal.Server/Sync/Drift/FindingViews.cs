using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

/// <summary>Shows findings.</summary>
internal sealed class FindingViews(PortalDb db)
{
    public async Task<FindingView> OfAsync(Guid id, CancellationToken cancellationToken) =>
        (await OfAsync(db.Set<DriftFinding>().Where(finding => finding.Id == id), cancellationToken)).Single();

    public async Task<IReadOnlyList<FindingView>> OfAsync(IQueryable<DriftFinding> findings, CancellationToken cancellationToken)
    {
        var rows = await findings.AsNoTracking()
            .Select(finding => new { Finding = finding, ConnectionName = db.Set<Connection>().Where(connection => connection.Id == finding.ConnectionId).Select(connection => connection.Name).Single() })
            .ToListAsync(cancellationToken);
        var names = await db.NamesAsync(rows.Select(row => row.Finding.StateBy), cancellationToken);

        return [.. rows.Select(row => Of(row.Finding, row.ConnectionName, row.Finding.StateBy is { } by ? names[by] : null))];
    }

    /// <summary>Those that somebody reaches.</summary>
    public IQueryable<DriftFinding> Reached(CurrentUser user) => user.Roles.ReachesAllTeams()
        ? db.Set<DriftFinding>().AsNoTracking()
        : db.Set<DriftFinding>().AsNoTracking().Where(finding => user.Teams.Contains(finding.TeamId));

    /// <summary>What is there cannot be taken over where the portal has no place for it.</summary>
    public static bool CanBeTakenOver(DriftFinding finding) =>
        finding.Sort is not DriftSort.Beside && (finding.Place is not Places.Whole || IsKey(finding))
        && (Address.Parse(finding.Address).Kind, Places.PathOf(finding.Place)) switch
        {
            (Kind.Stage, ["variables" or "settings" or "tags", ..] or ["deployment" or "description" or "accessLog"]) => true,
            (Kind.Stage or Kind.Deployment, _) => false,
            (Kind.RestApi, ["name" or "endpointType"]) or (Kind.HttpApi or Kind.WebSocketApi, ["name"]) => false,
            (Kind.UsagePlan, ["stages", var key]) => UsagePlanSpec.ForeignOf(key) is null,
            _ => true,
        };

    /// <summary>A key that is gone is gone for good: nobody keeps its value. Of what stands beside, a canary can be taken away.</summary>
    public static bool CanBeRestored(DriftFinding finding) => (finding.Sort is not DriftSort.Beside || finding.Place is Places.Canary) && !(finding.Place is Places.Whole && IsKey(finding)) && !IsLostVersion(finding);

    /// <summary>A version of a documentation holds what was said when it was made: one that is gone, or was made anew, cannot be made as it was.</summary>
    private static bool IsLostVersion(DriftFinding finding) =>
        Address.Parse(finding.Address).Kind is Kind.Documentation && Places.PathOf(finding.Place) is ["versions", ..]
        && (finding.Sort is DriftSort.Missing || finding.Lines.Exists(line => line.StartsWith($"{finding.Place}/createdAt", StringComparison.Ordinal)));

    private static bool IsKey(DriftFinding finding) => Address.Parse(finding.Address).Kind is Kind.ApiKey;

    private static FindingView Of(DriftFinding finding, string connectionName, string? stateBy) => new()
    {
        Id = finding.Id,
        Subject = finding.Subject,
        SubjectName = finding.SubjectName,
        Connection = finding.ConnectionId,
        ConnectionName = connectionName,
        Address = finding.Address,
        Place = finding.Place,
        PlaceName = finding.PlaceName,
        Sort = finding.Sort,
        Words = finding.Words,
        Lines = finding.Lines,
        FoundBy = finding.FoundBy,
        FirstSeen = finding.FirstSeen,
        LastSeen = finding.LastSeen,
        State = finding.State,
        StateBy = stateBy,
        StateAt = finding.StateAt,
        Who = finding.Who,
        WhoAt = finding.WhoAt,
        WhoNote = finding.WhoNote,
        Actions = [.. Actions(finding)],
    };

    private static IEnumerable<FindingAction> Actions(DriftFinding finding)
    {
        if (finding.State is FindingState.Ignored)
        {
            yield return FindingAction.Reopen;
        }

        if (finding.State is not FindingState.Open)
        {
            yield break;
        }

        if (CanBeRestored(finding))
        {
            yield return FindingAction.Restore;
        }

        if (CanBeTakenOver(finding))
        {
            yield return FindingAction.TakeOver;
        }

        yield return FindingAction.Ignore;
    }
}
