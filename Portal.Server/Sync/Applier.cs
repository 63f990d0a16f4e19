using Portal.Server.Gateway;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>
/// Carries out a run that was approved, or goes on with one that was cut. Everything it knows is in the database and in the gateway, never in its memory alone:
/// it may be killed at any point, and the next one ends the run as approved.
/// </summary>
internal sealed partial class Applier(Journal journal, RunEnding ending, CallBudget budget, IServiceScopeFactory scopes, SyncOptions options, TimeProvider clock, ILogger<Applier> logger)
{
    /// <returns>Why nobody gets in there, where it ended by that: whatever else is open on the connection has the same end.</returns>
    public async Task<GatewayRefusedException?> ApplyAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await journal.BeginAsync(id, cancellationToken) is not { } run)
        {
            return null;
        }

        using var errand = Errands.On(run.Errand);
        LogBegun(id, run.Steps.Count, run.ConnectionName);
        var (state, outcome, refused) = await RunAsync(run, cancellationToken);
        await ending.EndAsync(id, state, outcome, cancellationToken);
        LogEnded(id, state);

        return refused is { IsOfTheEntrance: true } ? refused : null;
    }

    /// <summary>Ends a run that need not be tried, because another has just found out that nobody gets in.</summary>
    public async Task LeaveAsync(Guid id, GatewayRefusedException closed, CancellationToken cancellationToken)
    {
        if (await journal.BeginAsync(id, cancellationToken) is { } run)
        {
            await ending.EndAsync(id, RunState.Stopped, OutcomeWords.Closed(run, closed), cancellationToken);
            LogEnded(id, RunState.Stopped);
        }
    }

    private async Task<(RunState State, string Outcome, GatewayRefusedException? Refused)> RunAsync(RunPlan run, CancellationToken cancellationToken)
    {
        if (!run.Writable)
        {
            return (RunState.Stopped, OutcomeWords.ReadOnly(run), null);
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var gateway = await scope.ServiceProvider.GetRequiredService<IGateways>().OpenAsync(run.Scope.Connection, cancellationToken);
            var trial = new StepTrial(gateway, journal, budget, options, clock);

            var live = await trial.LookAsync(run, cancellationToken);
            run = await JudgeAsync(run, run.Steps.Where(step => step.State is not StepState.Done), live, cancellationToken);
            (run, var cancelled) = await DoAsync(run, trial, live, cancellationToken);

            if (cancelled)
            {
                return (RunState.Cancelled, OutcomeWords.Cancelled(run), null);
            }

            run = run.IsDone ? await ReadBackAsync(run, trial, cancellationToken) : run;
        }
        catch (GatewayRefusedException refused)
        {
            return (RunState.Stopped, OutcomeWords.Unreadable(run, refused), refused);
        }

        return run.IsDone ? (RunState.Done, OutcomeWords.Done(run), null) : (RunState.Stopped, OutcomeWords.Stopped(run), null);
    }

    /// <summary>Before the first call the gateway must be as it was when the run was proposed. After a cut, what is as it shall be is done, and what is as it was is still to do.</summary>
    private async Task<RunPlan> JudgeAsync(RunPlan run, IEnumerable<PlannedStep> steps, GatewayState live, CancellationToken cancellationToken)
    {
        var fresh = run.IsFresh;

        foreach (var step in steps)
        {
            var end = Standings.Of(step, run, live) switch
            {
                Standing.AsAfter when !fresh => StepEnd.Done,
                Standing.AsAfter or Standing.Otherwise => StepEnd.ChangedMeanwhile(Found.InsteadOfBefore(step, live)),
                _ => null,
            };

            run = end is null ? run.With(step, StepEnd.StillToDo) : await EndStepAsync(run, step, end, cancellationToken);
        }

        return run;
    }

    private async Task<(RunPlan Run, bool Cancelled)> DoAsync(RunPlan run, StepTrial trial, GatewayState live, CancellationToken cancellationToken)
    {
        while (run.Steps.FirstOrDefault(step => step.State is StepState.Pending) is { } step)
        {
            if (run.IsStuck(step.Subject))
            {
                run = await EndStepAsync(run, step, StepEnd.NotTried, cancellationToken);
                continue;
            }

            var hasWaited = await TurnAsync(run, step, cancellationToken);

            if (await journal.IsCancelledAsync(run.Id, cancellationToken))
            {
                return (run, true);
            }

            if (hasWaited)
            {
                // Meanwhile somebody else may have been here.
                live = await trial.LookAsync(run, cancellationToken);
                run = await JudgeAsync(run, [step], live, cancellationToken);
            }

            if (run.Steps[step.Ordinal].State is StepState.Pending)
            {
                run = await EndStepAsync(run, step, await trial.DoAsync(run, step, live, cancellationToken), cancellationToken);
            }
        }

        return (run, false);
    }

    /// <summary>Waits until AWS takes the step's calls again, or until somebody wants the run to end. True if it had to.</summary>
    private async Task<bool> TurnAsync(RunPlan run, PlannedStep step, CancellationToken cancellationToken)
    {
        for (var looks = 0; ; looks++)
        {
            if (budget.TryTake(run.Scope.Connection, step.Calls) || await journal.IsCancelledAsync(run.Id, cancellationToken))
            {
                return looks > 0;
            }

            await budget.PauseAsync(budget.FreeAt(run.Scope.Connection, step.Calls), cancellationToken);
        }
    }

    /// <summary>What AWS accepted must be what AWS holds; it is given a moment for it.</summary>
    private async Task<RunPlan> ReadBackAsync(RunPlan run, StepTrial trial, CancellationToken cancellationToken)
    {
        for (var reading = 1; ; reading++)
        {
            var live = await trial.LookAsync(run, cancellationToken);
            var wrong = run.Steps.Where(step => Standings.Of(step, run, live) is not Standing.AsAfter).ToArray();

            if (wrong is [] || reading == options.Readings)
            {
                foreach (var step in wrong)
                {
                    run = await EndStepAsync(run, step, StepEnd.ChangedMeanwhile(Found.InsteadOfAfter(step, live)), cancellationToken);
                }

                return run;
            }

            await trial.PauseAsync(reading, refused: null, cancellationToken);
        }
    }

    private async Task<RunPlan> EndStepAsync(RunPlan run, PlannedStep step, StepEnd end, CancellationToken cancellationToken)
    {
        end = end.Told(run.Names);
        await journal.EndStepAsync(run.Id, step, end, cancellationToken);
        LogStep(run.Id, step.Action, step.Address, end.State, end.Code);

        return run.With(step, end);
    }

    [LoggerMessage(EventId = 3100, Level = LogLevel.Information, Message = "Run {Run} of {Steps} steps begins, or goes on, on {Connection}")]
    private partial void LogBegun(Guid run, int steps, string connection);

    [LoggerMessage(EventId = 3101, Level = LogLevel.Information, Message = "Run {Run}: {Action} {Address}: {State} {Code}")]
    private partial void LogStep(Guid run, StepAction action, Address address, StepState state, string? code);

    [LoggerMessage(EventId = 3102, Level = LogLevel.Information, Message = "Run {Run} ended: {State}")]
    private partial void LogEnded(Guid run, RunState state);
}
