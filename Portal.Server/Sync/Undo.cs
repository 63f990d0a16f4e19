using Portal.Server.Gateway;
using Portal.Shared;

namespace Portal.Server.Sync;

/// <summary>How a gateway should be so that what a run did is taken back: live, with each thing that the run touched as it was before.</summary>
internal static class Undo
{
    public static Answer<GatewayState> Wanted(GatewayState live, IReadOnlyCollection<PlannedStep> done)
    {
        var specs = live.Specs.ToDictionary(spec => spec.Address);

        foreach (var step in done.Where(step => step.Address.Kind is not Kind.Deployment))
        {
            specs.Remove(step.Address);

            if (step.Before is { } before)
            {
                specs.Add(before.Address, before);
            }
        }

        foreach (var stage in done.Select(step => step.Before).OfType<StageSpec>())
        {
            if (stage.Deployment is not { } deployment)
            {
                return Refusals.CannotBeDescribed(stage.Name);
            }

            // AWS may have lost it meanwhile; it can be made again while its own definition comes back with it.
            specs.TryAdd(new Address(Kind.Deployment, deployment), DeploymentSpec.Of(stage.Subject, deployment));
        }

        return new GatewayState(specs.Values);
    }

    /// <summary>What somebody must know who takes back a run that is not the last.</summary>
    public static IReadOnlyList<string> Notes(GatewayState live, IReadOnlyCollection<PlannedStep> done) =>
    [
        .. from step in done
           let gone = step.After is null ? step.Before as ClientCertificateSpec : null
           where gone is not null
           select $"The {gone.Label} comes back as another one, with a key of its own: backends must be told of it, and stages pointed at it.",
        .. from step in done
           where step.Address.Kind is not Kind.Deployment && live.Find(step.Address)?.AsFarAs(step.After ?? step.Before).Text != step.After?.Text
           select $"{(step.After ?? step.Before)!.Label} has changed since that run: what came later is taken back with it.",
    ];
}
