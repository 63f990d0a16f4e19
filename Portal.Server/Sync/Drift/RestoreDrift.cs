using System.Diagnostics;
using System.Globalization;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

internal sealed class RestoreDriftHandler(PortalDb db, FindingSelection selection, IChangeRuns runs) : IHandler<RestoreDrift, RestoredDrift>
{
    public async Task<Answer<RestoredDrift>> HandleAsync(RestoreDrift request, CurrentUser user, CancellationToken cancellationToken) =>
        await selection.OfAsync(request.Id, request.All, FindingViews.CanBeRestored, cancellationToken) switch
        {
            Answer<Selected>.Given(var selected) => await ProposeAsync(selected, user, cancellationToken),
            Answer<Selected>.Refused(var refusal) => refusal,
            _ => throw new UnreachableException(),
        };

    private async Task<Answer<RestoredDrift>> ProposeAsync(Selected selected, CurrentUser user, CancellationToken cancellationToken)
    {
        var what = selected.Findings is [var only] ? only.PlaceName : $"{selected.Findings.Count} places";
        var proposed = await runs.ProposeAsync(
            new Proposal
            {
                Scope = selected.Scope,
                Team = selected.One.TeamId,
                By = user.Id,
                Title = $"Restore {what} of {selected.One.SubjectName}",
                Desired = Desired(selected),
                LeavesTheRest = true,
                Notes = [.. selected.Findings.Take(20).Select(Note)],
                Reference = AppliedSpecs.RestoreReference,
                Names = await DriftChecker.NamesAsync(db, selected.Rows, cancellationToken),
            },
            cancellationToken);

        return proposed.Then<RestoredDrift>(run => new RestoredDrift(run.Id, run.IsEmpty));
    }

    /// <summary>What is there, with the places as the portal left them; what is gone, with all that it needs.</summary>
    private static GatewayState Desired(Selected selected)
    {
        var wanted = new Dictionary<Address, Spec>();

        foreach (var places in selected.Places)
        {
            if (selected.Applied.Find(places.Key) is not { } ours)
            {
                continue;
            }

            if (ours is DefinitionSpec && selected.Live.Find(places.Key) is null)
            {
                return selected.Applied;
            }

            wanted[places.Key] = selected.Live.Find(places.Key)?.AsFarAs(ours) is { } live ? WithOurs(live, ours, [.. places]) : ours;
        }

        foreach (var stage in wanted.Values.OfType<StageSpec>().ToList())
        {
            if (stage.Deployment is { } deployment)
            {
                wanted.TryAdd(new Address(Kind.Deployment, deployment), DeploymentSpec.Of(stage.Subject, deployment));
            }
        }

        return new GatewayState(wanted.Values);
    }

    /// <summary>A canary stands in no spec that was left, and is taken away by saying that there is none.</summary>
    private static Spec WithOurs(Spec live, Spec ours, IReadOnlyList<string> places)
    {
        var taken = Places.Take(ours, live, places.Where(place => place is not Places.Canary));

        return taken is StageSpec stage && places.Contains(Places.Canary) ? stage with { Canary = CanarySpec.None } : taken;
    }

    private static string Note(DriftFinding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.PlaceName}: {finding.Words[0]}{(finding.Who is { } who ? $" {who} did it" : " Who did it is not known")}, seen first at {finding.FirstSeen:yyyy-MM-dd HH:mm} UTC.");
}
