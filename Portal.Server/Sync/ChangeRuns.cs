using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>Turns a proposal into a run that waits for approval. It reads AWS and writes only to the database.</summary>
internal sealed class ChangeRuns(PortalDb db, IGateways gateways, IEnumerable<IRunListener> listeners, IAuditTrail audit, TimeProvider clock, SyncOptions options) : IChangeRuns
{
    public async Task<Answer<ProposedRun>> ProposeAsync(Proposal proposal, CancellationToken cancellationToken)
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

        var changes = Differ.Compare(live, proposal.Desired);

        if (changes.Changes.Select(change => change.Becomes).OfType<DeploymentSpec>().FirstOrDefault(deployment => !CanBeMade(deployment, proposal.Desired, live)) is { } gone)
        {
            return Refusals.DeploymentGone(gone.Id);
        }

        await SupersedeAsync(proposal.Scope, cancellationToken);
        var run = RunOf(proposal, changes, Safety.Check(changes, live, options));
        db.Add(run);
        audit.Record(CurrentUser.Portal with { Id = proposal.By }, "sync.propose", proposal.Title, $"{run.Id}: {changes.Changes.Count} steps, {run.Fingerprint}");

        if (changes.IsEmpty)
        {
            await FinishEmptyAsync(run, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);

        return new ProposedRun(run.Id, changes.IsEmpty);
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
