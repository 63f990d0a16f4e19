using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>Does one step, as often as is sensible: after a refusal in passing or no answer it waits, looks at what is there now, and decides by that alone.</summary>
internal sealed class StepTrial(IGateway gateway, Journal journal, CallBudget budget, SyncOptions options, TimeProvider clock)
{
    /// <summary>Does the step, or says why not.</summary>
    /// <param name="run">The run as far as it has come.</param>
    /// <param name="step">The step of it whose turn it is.</param>
    /// <param name="live">What was last read.</param>
    /// <param name="cancellationToken">The portal stops: what is under way stays marked as tried.</param>
    public async Task<StepEnd> DoAsync(RunPlan run, PlannedStep step, GatewayState live, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await journal.TryingAsync(run.Id, step, cancellationToken);
            step = step with { Attempts = step.Attempts + 1 };

            try
            {
                await CallAsync(step, live, cancellationToken);

                return StepEnd.Done;
            }
            catch (GatewayRefusedException refused)
            {
                if (tries is 1 && !IsWorthAnother(refused))
                {
                    return StepEnd.Refused(refused);
                }

                if (await LookAgainOrNullAsync(run, step, tries, refused, cancellationToken) is not { } found)
                {
                    return StepEnd.Refused(refused);
                }

                live = found;

                switch (Standings.Of(step, run, live))
                {
                    case Standing.AsAfter:
                        return StepEnd.Done;
                    case Standing.Otherwise:
                        return StepEnd.ChangedMeanwhile(Found.InsteadOfBefore(step, live));
                    case var _ when tries == options.Tries || !IsWorthAnother(refused):
                        return StepEnd.Refused(refused);
                }
            }
        }
    }

    /// <summary>Reads live, with the same patience.</summary>
    public async Task<GatewayState> LookAsync(RunPlan run, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await gateway.ReadAsync(run.Scope, cancellationToken);
            }
            catch (GatewayRefusedException refused) when (tries < options.Tries && IsWorthAnother(refused))
            {
                await PauseAsync(tries, refused, cancellationToken);
            }
        }
    }

    public Task PauseAsync(int tries, GatewayRefusedException? refused, CancellationToken cancellationToken) =>
        Task.Delay(Patience.After(tries, TimeSpan.FromSeconds(options.FirstWait), refused?.RetryAfter), clock, cancellationToken);

    /// <summary>Null if AWS does not even say what is there: then the refusal of the call is all that is known.</summary>
    private async Task<GatewayState?> LookAgainOrNullAsync(RunPlan run, PlannedStep step, int tries, GatewayRefusedException refused, CancellationToken cancellationToken)
    {
        if (IsWorthAnother(refused))
        {
            await PauseAsync(tries, refused, cancellationToken);
            await budget.TakeAsync(run.Scope.Connection, step.Calls, cancellationToken);
        }

        try
        {
            return await LookAsync(run, cancellationToken);
        }
        catch (GatewayRefusedException)
        {
            return null;
        }
    }

    private static bool IsWorthAnother(GatewayRefusedException refused) =>
        refused.Refusal is GatewayRefusal.Passing or GatewayRefusal.Unknown && Patience.Bears(refused.RetryAfter);

    private Task CallAsync(PlannedStep step, GatewayState live, CancellationToken cancellationToken) => (step.Before, step.After) switch
    {
        (null, { } after) => gateway.CreateAsync(after, cancellationToken),
        // Where a cut call did half of it, the other half is done from there.
        (not null, { } after) => gateway.UpdateAsync(live.Find(step.Address)!, after, cancellationToken),
        ({ } before, null) => gateway.DeleteAsync(before, cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
