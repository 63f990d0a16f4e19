using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>Reads a run as a view, but for its turn (<see cref="RunViews"/>). The texts before and after, which may be megabytes, stay in the database: a page asks every second.</summary>
internal static class RunReading
{
    public static async Task<RunView> RunViewAsync(this PortalDb db, Guid id, CancellationToken cancellationToken)
    {
        var run = await db.Set<ChangeRun>().AsNoTracking().SingleAsync(run => run.Id == id, cancellationToken);
        var steps = await StepsAsync(db, id, cancellationToken);
        var names = await db.NamesAsync([run.ProposedBy, run.ApprovedBy, run.CancelledBy], cancellationToken);

        return new RunView
        {
            Id = run.Id,
            Title = run.Title,
            State = run.State,
            Subject = run.Subject,
            Connection = run.ConnectionId,
            ConnectionName = await db.Set<Connection>().Where(connection => connection.Id == run.ConnectionId).Select(connection => connection.Name).SingleAsync(cancellationToken),
            Fingerprint = run.Fingerprint,
            Version = run.Version,
            OwnedBy = await db.OwnerAsync(run, cancellationToken),
            Notes = run.Notes,
            Brakes = run.Brakes,
            NameToType = run.NameToType,
            Steps = steps,
            Progress = new Progress(steps.Count(step => step.State is StepState.Done), steps.Count),
            QueuePosition = null,
            TurnAt = null,
            WaitsFor = null,
            Actions = [.. Actions(run, steps)],
            ProposedBy = names[run.ProposedBy],
            ProposedAt = run.ProposedAt,
            ApprovedBy = run.ApprovedBy is { } approver ? names[approver] : null,
            ApprovedAt = run.ApprovedAt,
            StartedAt = run.StartedAt,
            EndedAt = run.EndedAt,
            CancelledBy = run.CancelledBy is { } canceller ? names[canceller] : null,
            Outcome = run.Outcome,
            Undoes = run.Undoes,
        };
    }

    private static async Task<List<StepView>> StepsAsync(PortalDb db, Guid run, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ChangeStep>().AsNoTracking()
            .Where(step => step.RunId == run)
            .OrderBy(step => step.Ordinal)
            .Select(step => new { step.Ordinal, step.Action, step.Address, step.State, step.Words, step.Lines, step.Code, step.Message, step.Refusal, step.Attempts, step.StartedAt, step.EndedAt })
            .ToListAsync(cancellationToken);

        return [.. rows.Select(step => new StepView
        {
            Ordinal = step.Ordinal,
            Action = step.Action,
            Address = step.Address,
            State = step.State,
            Headline = step.Words[0],
            Details = step.Words[1..],
            Lines = step.Lines,
            Code = step.Code,
            Message = step.Message,
            Advice = step.Refusal is { } refusal ? Advice.For(refusal) : null,
            Attempts = step.Attempts,
            StartedAt = step.StartedAt,
            EndedAt = step.EndedAt,
        })];
    }

    private static IEnumerable<RunAction> Actions(ChangeRun run, List<StepView> steps)
    {
        if (run.State is RunState.Proposed)
        {
            yield return RunAction.Approve;
        }

        if (run.State is RunState.Proposed or RunState.Approved || run is { State: RunState.Running, CancelledBy: null })
        {
            yield return RunAction.Cancel;
        }

        if (run.State is RunState.Stopped)
        {
            yield return RunAction.Retry;
        }

        if (run.State is RunState.Done or RunState.Stopped or RunState.Cancelled && steps.Any(step => step.State is StepState.Done))
        {
            yield return RunAction.Undo;
        }
    }
}
