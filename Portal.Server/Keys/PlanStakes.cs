using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Server.Stages;

namespace Portal.Server.Keys;

/// <summary>Says how many keys in force would lose a plan, or stages of it.</summary>
internal sealed class PlanStakes(PortalDb db) : IStakes
{
    public async Task<IReadOnlyList<string>> OfAsync(IReadOnlyList<Loss> losses, CancellationToken cancellationToken)
    {
        var sentences = new List<string>();

        foreach (var (before, after) in losses)
        {
            if (before is not UsagePlanSpec plan || !Guid.TryParse(plan.Id, out var id))
            {
                continue;
            }

            var gone = plan.Stages.Keys.Except((after as UsagePlanSpec)?.Stages.Keys ?? []).ToList();

            if ((after is null || gone.Count > 0) && await db.CountKeysOfPlanAsync(id, cancellationToken) is > 0 and var keys)
            {
                var who = keys is 1 ? "One key in force calls" : $"{keys} keys in force call";
                sentences.Add(after is null ? $"{who} by the usage plan {plan.Name}." : $"{who} by the usage plan {plan.Name}, and can then not call {await NamesAsync(gone, cancellationToken)} by it any more.");
            }
        }

        return sentences;
    }

    private async Task<string> NamesAsync(List<string> keys, CancellationToken cancellationToken)
    {
        var ids = keys.Select(key => Guid.TryParse(key.Split('/')[^1], out var id) ? id : Guid.Empty).ToList();
        var names = await db.Set<Stage>().Where(stage => ids.Contains(stage.Id)).Select(stage => stage.Name).ToListAsync(cancellationToken);

        return names is [] ? "stages that are taken out" : string.Join(", ", names.Order(StringComparer.Ordinal));
    }
}
