using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

/// <summary>Enters what a check found beside what was found before: what is new, what has changed since it was ignored, what has settled itself. It does not save.</summary>
internal sealed class FindingBook(PortalDb db, DateTimeOffset now)
{
    /// <summary>The findings that somebody has not heard of yet.</summary>
    public async Task<IReadOnlyList<DriftFinding>> WriteAsync(Checked done, CancellationToken cancellationToken)
    {
        var known = await db.Set<DriftFinding>().Where(finding => finding.ConnectionId == done.Connection && finding.Subject == done.Subject).ToDictionaryAsync(finding => finding.Key, cancellationToken);
        var name = await NameOfAsync(done, cancellationToken);
        var fresh = new List<DriftFinding>();
        var seen = new HashSet<string>();

        foreach (var found in done.Found)
        {
            var key = DriftFinding.KeyOf(found.Address, found.Place);
            seen.Add(key);

            if (!known.TryGetValue(key, out var finding))
            {
                finding = New(done, found, key, name);
                db.Add(finding);
                fresh.Add(finding);
            }
            else if (Update(finding, done, found, name))
            {
                fresh.Add(finding);
            }
        }

        foreach (var gone in known.Values.Where(finding => finding.State is not FindingState.Resolved && !seen.Contains(finding.Key) && IsInSight(finding, done)))
        {
            gone.Settle(null, now);
        }

        await LookedAsync(done, cancellationToken);

        return fresh;
    }

    /// <summary>A quick check that does not see a place says nothing about it, unless all of the thing is gone or back.</summary>
    private static bool IsInSight(DriftFinding finding, Checked done) =>
        done.Look is DriftLook.Full || Places.IsSeenByQuick(Address.Parse(finding.Address), finding.Place) || done.Seen.AwsId is null;

    /// <summary>Whether it is news.</summary>
    private bool Update(DriftFinding finding, Checked done, FoundDrift found, string name)
    {
        var hasChanged = finding.Found != found.Found;
        var isNews = finding.State is FindingState.Resolved || hasChanged;

        if (finding.State is FindingState.Resolved)
        {
            (finding.FirstSeen, finding.FoundBy) = (now, done.Look);
        }

        if (isNews)
        {
            (finding.State, finding.StateBy, finding.StateAt) = (FindingState.Open, null, null);
            (finding.Who, finding.WhoAt, finding.WhoNote) = (null, null, null);
        }

        (finding.TeamId, finding.SubjectName, finding.PlaceName, finding.Sort, finding.Found, finding.LastSeen) = (done.Applied[0].TeamId, name, Shortened(found.PlaceName), found.Sort, found.Found, now);

        if (!finding.Words.SequenceEqual(found.Words) || !finding.Lines.SequenceEqual(found.Lines))
        {
            (finding.Words, finding.Lines) = ([.. found.Words], [.. found.Lines]);
        }

        return isNews;
    }

    private DriftFinding New(Checked done, FoundDrift found, string key, string name) => new()
    {
        Id = Guid.CreateVersion7(now),
        TeamId = done.Applied[0].TeamId,
        ConnectionId = done.Connection,
        Subject = done.Subject,
        SubjectName = name,
        Address = found.Address.ToString(),
        Place = Shortened(found.Place),
        Key = key,
        PlaceName = Shortened(found.PlaceName),
        Sort = found.Sort,
        Words = [.. found.Words],
        Lines = [.. found.Lines],
        Found = found.Found,
        FoundBy = done.Look,
        FirstSeen = now,
        LastSeen = now,
        State = FindingState.Open,
    };

    private async Task LookedAsync(Checked done, CancellationToken cancellationToken)
    {
        if (await db.Set<DriftCheck>().FindAsync([done.Connection, done.Subject], cancellationToken) is not { } check)
        {
            check = new DriftCheck { ConnectionId = done.Connection, Subject = done.Subject, TeamId = done.Applied[0].TeamId };
            db.Add(check);
        }

        check.TeamId = done.Applied[0].TeamId;
        check.Trouble = null;
        check.NotBefore = null;
        check.Wanted = check.Wanted is DriftLook.Full && done.Look is DriftLook.Quick ? DriftLook.Full : null;
        check.Looked(done.Look, now);
    }

    /// <summary>An API or a plan by the name that AWS shows; what is said of an API by the API's.</summary>
    private async Task<string> NameOfAsync(Checked done, CancellationToken cancellationToken)
    {
        var api = DocumentationSpec.ApiOf(done.Subject);

        if (api == done.Subject)
        {
            return NameOf(done);
        }

        var known = await db.Set<AppliedSpec>().AsNoTracking().SingleOrDefaultAsync(row => row.ConnectionId == done.Connection && row.Address == api, cancellationToken);

        return known is not null && Spec.Parse(known.Spec) is DefinitionSpec { NameInAws: var name } ? $"documentation of {name}" : "documentation";
    }

    private static string NameOf(Checked done) => done.State.Specs.Select(spec => spec switch
    {
        DefinitionSpec api => api.NameInAws,
        UsagePlanSpec plan => plan.Name,
        _ => null,
    }).FirstOrDefault(name => name is not null) ?? done.Subject;

    private static string Shortened(string text) => text.Length <= 2000 ? text : text[..1999] + "…";
}
