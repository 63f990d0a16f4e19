using Portal.Server.Gateway;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>How the gateway stands towards a step.</summary>
internal enum Standing
{
    /// <summary>As it was: the step can be done.</summary>
    AsBefore,

    /// <summary>As it shall be: the step is done, whoever heard of it.</summary>
    AsAfter,

    /// <summary>A call of ours was cut in the middle: what is not as it shall be is as it was. The step can be done again.</summary>
    HalfDone,

    /// <summary>Somebody else was here.</summary>
    Otherwise,
}

/// <summary>Decides what a step may do from what is live. It is all that stands between a restart and somebody else's work, so it is pure.</summary>
internal static class Standings
{
    public static Standing Of(PlannedStep step, RunPlan run, GatewayState live)
    {
        var found = live.Find(step.Address)?.AsFarAs(step.After ?? step.Before).Text;

        if (found == step.After?.Text)
        {
            return Standing.AsAfter;
        }

        if (found == step.Before?.Text)
        {
            return MeansSomethingElse(step, run, live) ? Standing.Otherwise : Standing.AsBefore;
        }

        return step.Attempts > 0 && IsHalf(step, found) ? Standing.HalfDone : Standing.Otherwise;
    }

    // A deployment is a snapshot of the definition at the time of the call. If somebody has changed the definition, it would not be what its id says.
    // While the step that writes the definition is still to come, that step looks after it.
    private static bool MeansSomethingElse(PlannedStep step, RunPlan run, GatewayState live) =>
        step.After is DeploymentSpec deployment
        && !run.Steps.Any(other => other.Address == deployment.Subject && other.State is not StepState.Done)
        && !(live.Find(deployment.Subject) is DefinitionSpec api && DeploymentSpec.IdOf(api) == deployment.Id);

    // What was not there before and bears our mark was made by our own call.
    private static bool IsHalf(PlannedStep step, string? found) => (step.Before, step.After) switch
    {
        (null, not null) => found is not null,
        (DomainNameSpec { Emptied: { } middle } before, null) => found is not null && Difference.IsBetween(before.Text, found, middle.Text),
        ({ Emptied: { } middle }, null) => found == middle.Text,
        ({ } before, { } after) => found is not null && Difference.IsBetween(before.Text, found, after.Text),
        _ => false,
    };
}
