using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

internal sealed class ProposeUndoHandler(PortalDb db, RunViews views, IGateways gateways, IChangeRuns runs) : IHandler<ProposeUndo, RunView>
{
    public async Task<Answer<RunView>> HandleAsync(ProposeUndo request, CurrentUser user, CancellationToken cancellationToken)
    {
        var run = await db.Set<ChangeRun>().AsNoTracking().Include(run => run.Steps).SingleAsync(run => run.Id == request.Id, cancellationToken);
        var done = run.Steps.Where(step => step.State is StepState.Done).Select(PlannedStep.Of).ToList();

        if (run.State is not (RunState.Done or RunState.Stopped or RunState.Cancelled) || done is [])
        {
            return Refusals.NothingToUndo;
        }

        GatewayState live;

        try
        {
            var gateway = await gateways.OpenAsync(run.ConnectionId, cancellationToken);
            live = await gateway.ReadAsync(run.Scope, cancellationToken);
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.GatewayRefused(refused);
        }

        return Undo.Wanted(live, done) switch
        {
            Answer<GatewayState>.Given(var desired) => await ProposeAsync(run, desired, Undo.Notes(live, done), user, cancellationToken),
            Answer<GatewayState>.Refused(var refusal) => refusal,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Answer<RunView>> ProposeAsync(ChangeRun run, GatewayState desired, IReadOnlyList<string> notes, CurrentUser user, CancellationToken cancellationToken)
    {
        var proposed = await runs.ProposeAsync(
            new Proposal
            {
                Scope = run.Scope,
                Team = run.TeamId,
                By = user.Id,
                Title = $"Take back: {run.Title}",
                Desired = desired,
                Notes = notes,
                Reference = run.Reference,
                Names = run.Names,
                Undoes = run.Id,
            },
            cancellationToken);

        return proposed switch
        {
            Answer<ProposedRun>.Given(var made) => await views.OfAsync(made.Id, cancellationToken),
            Answer<ProposedRun>.Refused(var refusal) => refusal,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
