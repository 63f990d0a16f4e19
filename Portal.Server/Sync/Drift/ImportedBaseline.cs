using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

/// <summary>What was imported was made by nobody's run: it is held against what it was when it was first looked at after the import.</summary>
internal static class ImportedBaseline
{
    /// <summary>Has what was imported, or imported anew, looked at. It does not save.</summary>
    public static async Task EnrollAsync(PortalDb db, Import import, CancellationToken cancellationToken)
    {
        var subjects = import.Apis.Where(api => IsNews(api.Outcome) || api.Stages.Any(stage => IsNews(stage.Outcome))).Select(api => new Address(api.Found.Kind, api.Id.ToString()))
            .Concat(import.Plans.Where(plan => IsNews(plan.Outcome)).Select(plan => new Address(Kind.UsagePlan, plan.Id.ToString())))
            .Concat(import.Things.Where(thing => IsNews(thing.Outcome)).Select(thing => new Address(thing.Found.Spec.Address.Kind, thing.Id.ToString())));

        foreach (var subject in subjects.Select(address => address.ToString()).SelectMany(subject => new[] { subject, DocumentationSpec.SubjectBeside(subject) }).Distinct())
        {
            if (await db.Set<DriftCheck>().FindAsync([import.Connection, subject], cancellationToken) is not { } check)
            {
                check = new DriftCheck { ConnectionId = import.Connection, Subject = subject, TeamId = import.Team };
                db.Add(check);
            }

            check.Wanted = DriftLook.Full;
            db.RemoveRange(await db.Set<AppliedSpec>().Where(row => row.ConnectionId == import.Connection && row.Subject == subject).ToListAsync(cancellationToken));
        }
    }

    private static bool IsNews(ImportOutcome outcome) => outcome is ImportOutcome.New or ImportOutcome.Changed;

    /// <summary>The parts that are looked at with it; null where it was not imported. What is said of an API in AWS was made by nobody's run either, whoever made the API.</summary>
    public static async Task<IReadOnlyList<string>?> PartsOrNullAsync(PortalDb db, Guid connection, string subject, CancellationToken cancellationToken)
    {
        var (id, api) = (Address.Parse(subject).Id, DocumentationSpec.ApiOf(subject));

        if (api != subject && await db.Set<AppliedSpec>().AnyAsync(row => row.ConnectionId == connection && row.Address == api, cancellationToken))
        {
            return [];
        }

        var things = db.Set<KnownThing>().AsNoTracking().Where(thing => thing.ConnectionId == connection);
        var path = (await things.Where(thing => thing.PortalId == id).Select(thing => thing.Path).ToListAsync(cancellationToken)).Find(path => path.Split('/').Length is 2);

        return path is null ? null : await things.Where(thing => thing.Path.StartsWith(path + "/stages/")).Select(thing => thing.PortalId).ToListAsync(cancellationToken);
    }

    /// <summary>Takes what is there for what was left; settings that the portal does not keep are known from the start. It does not save.</summary>
    public static async Task TakeAsync(PortalDb db, DriftCheck check, GatewayLook look, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var applied = new GatewayState(look.State.Specs.Select(spec => spec.AsFound()));
        List<AppliedSpec> rows =
        [
            .. from spec in applied.Specs
               select new AppliedSpec { ConnectionId = check.ConnectionId, Address = spec.Address.ToString(), Subject = check.Subject, TeamId = check.TeamId, Spec = spec.Text, At = now, RunId = Guid.Empty },
        ];
        var found = DriftFinder.Compare(applied, look, new Dictionary<string, string>());
        db.AddRange(rows);

        foreach (var finding in await new FindingBook(db, now).WriteAsync(new Checked(check.ConnectionId, check.Subject, DriftLook.Full, rows, applied, look, found), cancellationToken))
        {
            (finding.State, finding.StateAt) = (FindingState.Ignored, now);
        }
    }
}
