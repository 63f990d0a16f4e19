using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>Finds domain names and the stages that they lead to.</summary>
internal sealed class DomainNaming(PortalDb db, IAccountThings things, AccountStandings standings)
{
    public async Task<IReadOnlyList<(FoundDomain Domain, Guid? Id, ThingStanding Standing)>> AllAsync(Guid connection, CancellationToken cancellationToken)
    {
        var standing = await standings.OfAsync(connection, Kind.DomainName, cancellationToken);

        return [.. from domain in await things.DomainsAsync(connection, cancellationToken) let stands = standing(domain.Thing) select (domain, stands.Id, stands.Standing)];
    }

    /// <param name="connection">The account and Region.</param>
    /// <param name="id">The portal's id of one that it may change.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<Answer<DomainNameSpec>> FindAsync(Guid connection, Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return (await AllAsync(connection, cancellationToken)).FirstOrDefault(one => one.Id == id && one.Standing is ThingStanding.Ours or ThingStanding.Imported).Domain?.Thing.Spec is DomainNameSpec found ? found with { Id = id.ToString() } : Platform.Refusals.NotFound;
        }
        catch (GatewayRefusedException refused)
        {
            return Connections.Refusals.NotAnswered(refused);
        }
    }

    /// <summary>What the stages of a connection are called, by their keys: "prod of Pets".</summary>
    public async Task<Dictionary<string, string>> NamesAsync(Guid connection, CancellationToken cancellationToken)
    {
        var rows = await StagesOf(connection).ToListAsync(cancellationToken);

        return rows.ToDictionary(row => UsagePlanSpec.StageKey(row.Api.ToString(), row.Stage.ToString()), row => $"{row.Name} of {row.ApiName}");
    }

    /// <summary>The mappings by the stages' keys; a refusal where one is not a stage of this connection that the person reaches, or nothing was ever deployed to it.</summary>
    public async Task<Answer<SortedMap<string>>> MappingsAsync(Guid connection, IReadOnlyList<DomainMapping> wanted, CurrentUser user, CancellationToken cancellationToken)
    {
        var ids = wanted.Select(mapping => mapping.StageId).OfType<Guid>().ToList();
        var stages = (await StagesOf(connection).Where(row => ids.Contains(row.Stage)).ToListAsync(cancellationToken)).Where(row => user.Reaches(row.Team)).ToDictionary(row => row.Stage);

        if (ids.Exists(id => !stages.ContainsKey(id)))
        {
            return Refusals.NoSuchStageToMap;
        }

        if (stages.Values.Select(row => row.Protocol is Protocol.WebSocket).Distinct().Count() > 1)
        {
            return Refusals.NotSharedByKinds;
        }

        return stages.Values.Where(row => !row.Runs).Select(row => $"{row.Name} of {row.ApiName}").Order(StringComparer.Ordinal).ToList() is { Count: > 0 } empty
            ? Refusals.NothingToMap(empty)
            : new SortedMap<string>(wanted.Where(mapping => mapping.StageId is not null).Select(mapping => KeyValuePair.Create(mapping.Path, UsagePlanSpec.StageKey(stages[mapping.StageId!.Value].Api.ToString(), mapping.StageId.Value.ToString()))));
    }

    private IQueryable<MappedStage> StagesOf(Guid connection) =>
        from stage in db.Set<Stage>().AsNoTracking()
        where stage.ConnectionId == connection
        join api in db.Set<Api>() on stage.ApiId equals api.Id
        select new MappedStage { Stage = stage.Id, Name = stage.Name, Api = api.Id, ApiName = api.Name, Protocol = api.Protocol, Team = api.TeamId, Runs = stage.ReleaseId != null };

    private sealed record MappedStage
    {
        public required Guid Stage { get; init; }

        public required string Name { get; init; }

        public required Guid Api { get; init; }

        public required string ApiName { get; init; }

        public required Protocol Protocol { get; init; }

        public required Guid Team { get; init; }

        public required bool Runs { get; init; }
    }
}
