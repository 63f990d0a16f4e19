using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Server.Sync.Drift;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>Turns a proposal into a run that waits for approval. It reads AWS and writes only to the database.</summary>
internal sealed class ChangeRuns(
    PortalDb db, IGateways gateways, IEnumerable<IRunListener> listeners, IEnumerable<IStakes> stakes, Obstacles obstacles, Coordinator coordinator, IAuditTrail audit, TimeProvider clock, SyncOptions options) : IChangeRuns
{
    /// <summary>More runs of one thing nobody looks at, and a proposal that so many have overtaken is none any more.</summary>
    private const int Glances = 20;

    public async Task<Answer<ProposedRun>> ProposeAsync(Proposal proposal, CancellationToken cancellationToken) => await CompareAsync(proposal, cancellationToken) switch
    {
        Answer<ChangeRun>.Given(var run) => await KeepAsync(run, proposal.Desired, isApproved: false, cancellationToken),
        Answer<ChangeRun>.Refused(var refusal) => refusal,
        _ => throw new UnreachableException(),
    };

    public async Task<Answer<ProposedRun>> StartAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        switch (await CompareAsync(proposal, cancellationToken))
        {
            case Answer<ChangeRun>.Refused(var refusal):
                return refusal;
            case Answer<ChangeRun>.Given({ NameToType: { } name } braked):
                return Refusals.NameNotTyped(braked.Brakes, name);
            case Answer<ChangeRun>.Given({ Steps: not [] } run) when await obstacles.OrNullAsync(run, proposal.By, cancellationToken) is { } obstacle:
                return obstacle;
            case Answer<ChangeRun>.Given(var run):
                var kept = await KeepAsync(run, proposal.Desired, isApproved: true, cancellationToken);
                // It is approved now, whether or not the one who asked still waits for the answer.
                await coordinator.WakeAsync(run.ConnectionId, CancellationToken.None);
                return kept;
            default:
                throw new UnreachableException();
        }
    }

    public async Task<IReadOnlyList<RunGlance>> LatelyAsync(IReadOnlyCollection<Address> subjects, CancellationToken cancellationToken)
    {
        var wanted = subjects.Select(subject => subject.ToString()).ToList();
        var runs = db.Set<ChangeRun>().AsNoTracking().Where(run => wanted.Contains(run.Subject));
        var rows = await (
            from subject in runs.Select(run => run.Subject).Distinct()
            from run in runs.Where(run => run.Subject == subject).OrderByDescending(run => run.ProposedAt).Take(Glances)
            select new { run.Id, run.Subject, run.Parts, run.Title, run.State, run.ProposedAt }).ToListAsync(cancellationToken);

        return [.. rows.OrderByDescending(run => run.ProposedAt).Select(run => new RunGlance { Id = run.Id, Subject = Address.Parse(run.Subject), Parts = run.Parts, Title = run.Title, State = run.State })];
    }

    public async Task<Refusal?> WithdrawAsync(Address subject, string? part, string why, CancellationToken cancellationToken)
    {
        var about = subject.ToString();
        var runs = await db.Set<ChangeRun>()
            .Where(run => run.Subject == about && (part == null || run.Parts.Contains(part))
                && (run.State == RunState.Proposed || run.State == RunState.Approved || run.State == RunState.Running))
            .ToListAsync(cancellationToken);

        if (runs.Find(run => run.State is not RunState.Proposed) is { } busy)
        {
            return Refusals.StillAtWork(busy.Title);
        }

        runs.ForEach(run => run.Supersede(clock.GetUtcNow(), why));

        return null;
    }

    /// <summary>The run that would bring it about, not kept yet.</summary>
    private async Task<Answer<ChangeRun>> CompareAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        GatewayState live;

        try
        {
            var gateway = await gateways.OpenAsync(proposal.Scope.Connection, cancellationToken);
            live = await gateway.ReadAsync(proposal.Scope, cancellationToken);
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.GatewayRefused(refused);
        }

        var wanted = await AppliedSpecs.LettingGoAsync(db, proposal, cancellationToken);
        var desired = proposal.LeavesTheRest ? live.With(wanted).Without(proposal.Removes) : wanted;
        var changes = Differ.Compare(live, desired);

        return changes.Changes.Select(change => change.Becomes).OfType<DeploymentSpec>().FirstOrDefault(deployment => !CanBeMade(deployment, desired, live)) is { } gone
            ? Refusals.DeploymentGone(gone.Id)
            : RunOf(proposal with { Notes = [.. proposal.Notes, .. Losses.Canaries(changes, live)] }, changes, Safety.Check(changes, live, options, await AtStakeAsync(changes, cancellationToken)));
    }

    /// <summary>What the rooms say of what goes, or loses a part.</summary>
    private async Task<IReadOnlyList<string>> AtStakeAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        List<Loss> losses = [.. from change in changes.Changes where change.Was is not null select new Loss(change.Was!, change.Becomes)];
        var sentences = new List<string>();

        foreach (var room in losses is [] ? [] : stakes)
        {
            sentences.AddRange(await room.OfAsync(losses, cancellationToken));
        }

        return sentences;
    }

    private async Task<ProposedRun> KeepAsync(ChangeRun run, GatewayState desired, bool isApproved, CancellationToken cancellationToken)
    {
        await SupersedeAsync(run.Scope, cancellationToken);
        db.Add(run);
        var person = CurrentUser.Portal with { Id = run.ProposedBy };
        audit.Record(person, "sync.propose", run.Title, $"{run.Id}: {run.Steps.Count} steps, {run.Fingerprint}");

        if (run.Steps is [])
        {
            await FinishEmptyAsync(run, desired, cancellationToken);
        }
        else if (isApproved)
        {
            run.Approve(person.Id, clock.GetUtcNow());
            audit.Record(person, "sync.approve", run.Title, $"{run.Id}: {run.Fingerprint}");
        }

        await db.SaveChangesAsync(cancellationToken);

        return new ProposedRun(run.Id, run.Steps is []);
    }

    /// <summary>CreateDeployment takes a snapshot of the definition as it is: only its own definition makes a deployment what its id says.</summary>
    private static bool CanBeMade(DeploymentSpec deployment, GatewayState desired, GatewayState live) =>
        (desired.Find(deployment.Subject) ?? live.Find(deployment.Subject)) is DefinitionSpec api && DeploymentSpec.IdOf(api) == deployment.Id;

    private async Task SupersedeAsync(GatewayScope scope, CancellationToken cancellationToken)
    {
        var subject = scope.Subject.ToString();
        var earlier = await db.Set<ChangeRun>()
            .Where(run => run.State == RunState.Proposed && run.Subject == subject && run.ConnectionId == scope.Connection)
            .ToListAsync(cancellationToken);

        foreach (var run in earlier)
        {
            run.Supersede(clock.GetUtcNow(), "A later proposal took its place. Nothing was written.");
        }
    }

    private ChangeRun RunOf(Proposal proposal, ChangeSet changes, Brakes brakes)
    {
        var run = new ChangeRun
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            TeamId = proposal.Team,
            ConnectionId = proposal.Scope.Connection,
            Subject = proposal.Scope.Subject.ToString(),
            Parts = [.. proposal.Scope.Parts],
            Names = new Dictionary<string, string>(proposal.Names),
            Title = proposal.Title.Length <= ChangeRun.LongestTitle ? proposal.Title : proposal.Title[..ChangeRun.LongestTitle],
            Reference = proposal.Reference,
            Notes = [.. proposal.Notes],
            Brakes = [.. brakes.Reasons],
            NameToType = brakes.Name,
            Undoes = proposal.Undoes,
            Fingerprint = changes.Fingerprint,
            Urgency = proposal.Urgency,
            State = RunState.Proposed,
            ProposedBy = proposal.By,
            ProposedAt = clock.GetUtcNow(),
        };

        run.Steps.AddRange(changes.Changes.Select((change, ordinal) => ChangeStep.Of(change, run, ordinal)));

        return run;
    }

    private async Task FinishEmptyAsync(ChangeRun run, GatewayState holds, CancellationToken cancellationToken)
    {
        run.State = RunState.Done;
        run.ApprovedBy = run.ProposedBy;
        run.EndedAt = clock.GetUtcNow();
        run.Outcome = "There was nothing to do: the gateway is as it should be.";

        foreach (var listener in listeners)
        {
            await listener.DoneAsync(run.ToFinished([.. holds.Specs]), cancellationToken);
        }

        await AppliedSpecs.KeepAsync(db, run, holds.Specs, clock.GetUtcNow(), cancellationToken);
    }
}
