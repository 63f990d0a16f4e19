using System.Diagnostics;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

/// <summary>The room that a thing belongs to takes over what is there; from then on that is what the gateway is held against.</summary>
internal sealed class TakeOverDriftHandler(PortalDb db, FindingSelection selection, IEnumerable<ITakesOver> rooms, IAuditTrail audit, TimeProvider clock) : IHandler<TakeOverDrift, TakenDrift>
{
    public async Task<Answer<TakenDrift>> HandleAsync(TakeOverDrift request, CurrentUser user, CancellationToken cancellationToken) =>
        await selection.OfAsync(request.Id, request.All, FindingViews.CanBeTakenOver, cancellationToken) switch
        {
            Answer<Selected>.Given(var selected) => await TakeAsync(selected, user, cancellationToken),
            Answer<Selected>.Refused(var refusal) => refusal,
            _ => throw new UnreachableException(),
        };

    private async Task<Answer<TakenDrift>> TakeAsync(Selected selected, CurrentUser user, CancellationToken cancellationToken)
    {
        var sentences = new List<string>();

        foreach (var places in selected.Places.OrderBy(places => places.Key.Kind))
        {
            if (selected.Applied.Find(places.Key) is not { } known || FoundOrNull(known, selected, places) is not { } found)
            {
                return Refusals.FindingCannot;
            }

            switch (await TakeAsync(new Takeover(known, found, user.Id, user.Roles), cancellationToken))
            {
                case Answer<string>.Refused(var refusal):
                    return refusal; // Nothing is saved of what came before.
                case Answer<string>.Given(var sentence):
                    sentences.Add(sentence);
                    break;
            }

            var row = await db.Set<AppliedSpec>().FindAsync([selected.Scope.Connection, places.Key.ToString()], cancellationToken);
            (row!.Spec, row.At) = (found.Text, clock.GetUtcNow());
        }

        foreach (var finding in selected.Findings)
        {
            finding.Settle(user.Id, clock.GetUtcNow());
        }

        audit.Record(user, "sync.take-over", selected.One.SubjectName, string.Join(' ', [.. selected.Findings.Take(20).Select(finding => $"{finding.Address}{finding.Place}"), .. sentences]));
        await db.SaveChangesAsync(cancellationToken);

        return new TakenDrift(sentences);
    }

    /// <summary>A key that is gone lets nobody in; of anything else there is nothing to be taken then.</summary>
    private static Spec? FoundOrNull(Spec known, Selected selected, IEnumerable<string> places) => (known, selected.Live.Find(known.Address)?.AsFarAs(known)) switch
    {
        (_, { } live) => Places.Take(live, known, places),
        (ApiKeySpec key, null) when selected.Live.Find(key.Subject) is not null => key with { Enabled = false, InPlan = false },
        _ => null,
    };

    private async Task<Answer<string>> TakeAsync(Takeover wanted, CancellationToken cancellationToken)
    {
        foreach (var room in rooms)
        {
            if (await room.TakeOverAsync(wanted, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return Refusals.FindingCannot;
    }
}
