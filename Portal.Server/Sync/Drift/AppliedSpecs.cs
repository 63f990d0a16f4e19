using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

/// <summary>Keeps what runs left, in the transaction that ends them. It does not save.</summary>
internal static class AppliedSpecs
{
    /// <summary>What a run is for that brings back some places of a thing, and leaves others as somebody else has made them.</summary>
    public const string RestoreReference = "sync.restore:";

    /// <summary>What a run has done, whether or not it came to its end.</summary>
    public static async Task KeepAsync(PortalDb db, ChangeRun run, CancellationToken cancellationToken)
    {
        var steps = await db.Set<ChangeStep>()
            .Where(step => step.RunId == run.Id && step.State == StepState.Done)
            .OrderBy(step => step.Ordinal)
            .Select(step => new { step.Address, step.Before, step.After, step.EndedAt })
            .ToListAsync(cancellationToken);

        foreach (var step in steps)
        {
            var subject = Spec.Parse((step.After ?? step.Before)!).Subject.ToString();
            var after = Left(step.After);
            var text = run.Reference is RestoreReference ? await WithTheRestAsync(db, run, step.Address, Left(step.Before), after, cancellationToken) : after;
            await KeepAsync(db, run, new LeftThing(step.Address, subject, text, step.EndedAt ?? run.ProposedAt), cancellationToken);
        }

        await CheckAgainAsync(db, run, cancellationToken);
    }

    /// <summary>Where there was nothing to do, what was wanted is what is there.</summary>
    public static async Task KeepAsync(PortalDb db, ChangeRun run, IEnumerable<Spec> holds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var spec in holds)
        {
            await KeepAsync(db, run, new LeftThing(spec.Address.ToString(), spec.Subject.ToString(), spec.AsLeft().Text, now), cancellationToken);
        }

        await CheckAgainAsync(db, run, cancellationToken);
    }

    /// <summary>What is wanted, with the tags taken off that the portal set the last time and does not name any more.</summary>
    public static async Task<GatewayState> LettingGoAsync(PortalDb db, Proposal proposal, CancellationToken cancellationToken)
    {
        var subject = proposal.Scope.Subject.ToString();
        var tagged = await db.Set<AppliedSpec>().AsNoTracking()
            .Where(row => row.ConnectionId == proposal.Scope.Connection && row.Subject == subject && row.Spec.Contains("\"tags\":{"))
            .Select(row => row.Spec)
            .ToListAsync(cancellationToken);
        var before = new GatewayState(tagged.Select(Spec.Parse));

        return before.Specs.Count is 0 ? proposal.Desired : new GatewayState(proposal.Desired.Specs.Select(spec => before.Find(spec.Address) is { } known ? spec.LettingGo(known) : spec));
    }

    private static string? Left(string? text) => text is null ? null : Spec.Parse(text).AsLeft().Text;

    /// <summary>Only what such a run changed is the portal's doing: the rest is still held against what was left before.</summary>
    private static async Task<string?> WithTheRestAsync(PortalDb db, ChangeRun run, string address, string? before, string? after, CancellationToken cancellationToken)
    {
        if (before is null || after is null || await db.Set<AppliedSpec>().FindAsync([run.ConnectionId, address], cancellationToken) is not { } known)
        {
            return after;
        }

        var places = Difference.Between(before, after).Select(Places.Of).Distinct();

        return Places.Take(Spec.Parse(after), Spec.Parse(known.Spec), places).Text;
    }

    private static async Task KeepAsync(PortalDb db, ChangeRun run, LeftThing left, CancellationToken cancellationToken)
    {
        // A tag of the portal's is no thing that could drift: what bears it is looked at.
        if (Address.Parse(left.Address).Kind is Kind.Mark)
        {
            return;
        }

        var known = await db.Set<AppliedSpec>().FindAsync([run.ConnectionId, left.Address], cancellationToken);

        if (known is not null && known.At > left.At)
        {
            return; // A run that stopped is continued, and another was here in between.
        }

        if (left.Text is null)
        {
            // With an API goes everything that belongs to it, and what is said of it.
            var beside = DocumentationSpec.SubjectBeside(left.Address);
            db.RemoveRange(await db.Set<AppliedSpec>().Where(row => row.ConnectionId == run.ConnectionId && (row.Address == left.Address || row.Subject == left.Address || row.Subject == beside)).ToListAsync(cancellationToken));
        }
        else if (known is null)
        {
            db.Add(new AppliedSpec { ConnectionId = run.ConnectionId, Address = left.Address, Subject = left.Subject, TeamId = run.TeamId, Spec = left.Text, At = left.At, RunId = run.Id });
            await EnrollAsync(db, run, left.Subject, cancellationToken);
        }
        else
        {
            (known.TeamId, known.Spec, known.At, known.RunId) = (run.TeamId, left.Text, left.At, run.Id);
        }
    }

    /// <summary>What the portal has applied is looked after from then on.</summary>
    private static async Task EnrollAsync(PortalDb db, ChangeRun run, string subject, CancellationToken cancellationToken)
    {
        if (await db.Set<DriftCheck>().FindAsync([run.ConnectionId, subject], cancellationToken) is null)
        {
            db.Add(new DriftCheck { ConnectionId = run.ConnectionId, Subject = subject, TeamId = run.TeamId });
        }
    }

    /// <summary>What was found before may be settled now; where nothing was, the next round is early enough.</summary>
    private static async Task CheckAgainAsync(PortalDb db, ChangeRun run, CancellationToken cancellationToken)
    {
        if (await db.Set<DriftFinding>().AnyAsync(finding => finding.ConnectionId == run.ConnectionId && finding.Subject == run.Subject && finding.State != FindingState.Resolved, cancellationToken)
            && await db.Set<DriftCheck>().SingleOrDefaultAsync(check => check.ConnectionId == run.ConnectionId && check.Subject == run.Subject, cancellationToken) is { } check)
        {
            check.Wanted = DriftLook.Full;
        }
    }

    private sealed record LeftThing(string Address, string Subject, string? Text, DateTimeOffset At);
}
