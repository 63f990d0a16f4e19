using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>Turns a proposal into a run that waits for approval. It reads AWS and writes only to the database.</summary>
internal sealed class ChangeRuns(
    PortalDb db, IGateways gateways, IEnumerable<IRunListener> listeners, Obstacles obstacles, Coordinator coordinator, IAuditTrail audit, TimeProvider clock, SyncOptions options) : IChangeRuns
{
    /// <summary>More runs of one API nobody looks at, and a proposal that so many have overtaken is none any more.</summary>
    private const int Glances = 20;

    public async Task<Answer<ProposedRun>> ProposeAsync(Proposal proposal, CancellationToken cancellationToken) => await CompareAsync(proposal, cancellationToken) switch
    {
        Answer<ChangeRun>.Given(var run) => await KeepAsync(run, isApproved: false, cancellationToken),
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
                var kept = await KeepAsync(run, isApproved: true, cancellationToken);
                // It is approved now, whether or not the one who asked still waits for the answer.
                await coordinator.WakeAsync(run.ConnectionId, CancellationToken.None);
                return kept;
            default:
                throw new UnreachableException();
        }
    }

    public async Task<IReadOnlyList<RunGlance>> LatelyAsync(IReadOnlyCollection<string> apis, CancellationToken cancellationToken)
    {
        var runs = db.Set<ChangeRun>().AsNoTracking().Where(run => apis.Contains(run.Api));
        var rows = await (
            from api in runs.Select(run => run.Api).Distinct()
            from run in runs.Where(run => run.Api == api).OrderByDescending(run => run.ProposedAt).Take(Glances)
            select new { run.Id, run.Stages, run.Title, run.State, run.ProposedAt }).ToListAsync(cancellationToken);

        return [.. rows.OrderByDescending(run => run.ProposedAt).Select(run => new RunGlance { Id = run.Id, Stages = run.Stages, Title = run.Title, State = run.State })];
    }

    public async Task<Refusal?> WithdrawAsync(string api, string? stage, string why, CancellationToken cancellationToken)
    {
        var runs = await db.Set<ChangeRun>()
            .Where(run => run.Api == api && (stage == null || run.Stages.Contains(stage))
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

        var desired = proposal.LeavesTheRest ? live.With(proposal.Desired) : proposal.Desired;
        var changes = Differ.Compare(live, desired);

        return changes.Changes.Select(change => change.Becomes).OfType<DeploymentSpec>().FirstOrDefault(deployment => !CanBeMade(deployment, desired, live)) is { } gone
            ? Refusals.DeploymentGone(gone.Id)
            : RunOf(proposal, changes, Safety.Check(changes, live, options));
    }

    private async Task<ProposedRun> KeepAsync(ChangeRun run, bool isApproved, CancellationToken cancellationToken)
    {
        await SupersedeAsync(run.Scope, cancellationToken);
        db.Add(run);
        var person = CurrentUser.Portal with { Id = run.ProposedBy };
        audit.Record(person, "sync.propose", run.Title, $"{run.Id}: {run.Steps.Count} steps, {run.Fingerprint}");

        if (run.Steps is [])
        {
            await FinishEmptyAsync(run, cancellationToken);
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
    private static bool CanBeMade(DeploymentSpec deployment, GatewayState desired, GatewayState live)
    {
        var address = new Address(Kind.RestApi, deployment.Api);

        return (desired.Find(address) ?? live.Find(address)) is RestApiSpec api && DeploymentSpec.IdOf(api) == deployment.Id;
    }

    private async Task SupersedeAsync(GatewayScope scope, CancellationToken cancellationToken)
    {
        var earlier = await db.Set<ChangeRun>()
            .Where(run => run.State == RunState.Proposed && run.Api == scope.Api && run.ConnectionId == scope.Connection)
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
            Api = proposal.Scope.Api,
            Stages = [.. proposal.Scope.Stages],
            Title = proposal.Title.Length <= ChangeRun.LongestTitle ? proposal.Title : proposal.Title[..ChangeRun.LongestTitle],
            Reference = proposal.Reference,
            Notes = [.. proposal.Notes],
            Brakes = [.. brakes.Reasons],
            NameToType = brakes.Name,
            Undoes = proposal.Undoes,
            Fingerprint = changes.Fingerprint,
            State = RunState.Proposed,
            ProposedBy = proposal.By,
            ProposedAt = clock.GetUtcNow(),
        };

        run.Steps.AddRange(changes.Changes.Select((change, ordinal) => ChangeStep.Of(change, run.Id, ordinal)));

        return run;
    }

    private async Task FinishEmptyAsync(ChangeRun run, CancellationToken cancellationToken)
    {
        run.State = RunState.Done;
        run.ApprovedBy = run.ProposedBy;
        run.EndedAt = clock.GetUtcNow();
        run.Outcome = "There was nothing to do: the gateway is as it should be.";

        foreach (var listener in listeners)
        {
            await listener.DoneAsync(run.ToFinished(), cancellationToken);
        }
    }
}
