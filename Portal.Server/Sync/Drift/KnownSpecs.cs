using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;

namespace Portal.Server.Sync.Drift;

/// <summary>Tells other rooms what runs and imports left.</summary>
internal sealed class KnownSpecs(PortalDb db) : IAppliedSpecs
{
    public async Task<IReadOnlyList<Spec>> OfKindAsync(Guid connection, Kind kind, CancellationToken cancellationToken)
    {
        var prefix = $"{kind}/";
        var texts = await db.Set<AppliedSpec>().Where(row => row.ConnectionId == connection && row.Address.StartsWith(prefix)).OrderBy(row => row.Address).Select(row => row.Spec).ToListAsync(cancellationToken);

        return [.. texts.Select(Spec.Parse)];
    }

    public async Task<IReadOnlyList<string>> UsersOfAsync(Guid connection, string value, CancellationToken cancellationToken)
    {
        var pattern = Like.Holding(JsonSerializer.Serialize(value, GatewayJson.Canonical.String));
        var found = (await db.Set<AppliedSpec>().Where(row => row.ConnectionId == connection && EF.Functions.Like(row.Spec, pattern, Like.Escape)).Select(row => row.Spec).ToListAsync(cancellationToken)).Select(Spec.Parse).ToList();
        var stages = found.OfType<StageSpec>().Where(stage => stage.Variables.Values.Contains(value)).ToList();
        var subjects = stages.Select(stage => stage.Subject.ToString()).Distinct().ToList();
        var apis = (await db.Set<AppliedSpec>().Where(row => row.ConnectionId == connection && subjects.Contains(row.Address)).Select(row => row.Spec).ToListAsync(cancellationToken)).Select(Spec.Parse).ToDictionary(spec => spec.Address, spec => spec.Label);

        return
        [
            .. found.OfType<DefinitionSpec>().Where(api => api.Targets.Contains(value)).Select(api => $"the {api.Label}"),
            .. from stage in stages
               from variable in stage.Variables
               where variable.Value == value
               select $"the variable {variable.Key} of the stage {stage.Name}{(apis.TryGetValue(stage.Subject, out var api) ? $" of the {api}" : "")}",
        ];
    }
}
