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

    /// <summary>
    /// Where mappings and rules lead, by the stages' keys; a refusal where one is not a stage of this connection that the person reaches, nothing was ever deployed to it, or AWS has none of it together.
    /// </summary>
    /// <param name="connection">The account and Region.</param>
    /// <param name="terms">What is asked for.</param>
    /// <param name="endpoint">How the name is reached.</param>
    /// <param name="mode">The routing mode that the name has then.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<Answer<NamedPlaces>> PlacesAsync(Guid connection, IDomainNameTerms terms, string endpoint, string? mode, CurrentUser user, CancellationToken cancellationToken)
    {
        var (mappings, rules) = (terms.Mappings.Where(mapping => mapping.StageId is not null).ToList(), (terms.RoutingRules ?? []).Where(rule => rule.StageId is not null).ToList());
        var ids = mappings.Select(mapping => mapping.StageId!.Value).Concat(rules.Select(rule => rule.StageId!.Value)).Distinct().ToList();
        var stages = (await StagesOf(connection).Where(row => ids.Contains(row.Stage)).ToListAsync(cancellationToken)).Where(row => user.Reaches(row.Team)).ToDictionary(row => row.Stage);

        if (ids.Exists(id => !stages.ContainsKey(id)))
        {
            return Refusals.NoSuchStageToMap;
        }

        var (mapped, ruled) = (mappings.ConvertAll(mapping => stages[mapping.StageId!.Value]), rules.ConvertAll(rule => stages[rule.StageId!.Value]));

        if (Together(mapped, ruled, endpoint is DomainEndpoints.Private, mode) is { } refusal)
        {
            return refusal;
        }

        return stages.Values.Where(row => !row.Runs).Select(row => row.Words).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } empty
            ? Refusals.NothingToMap(empty)
            : new NamedPlaces(
                new(mappings.Select(mapping => KeyValuePair.Create(mapping.Path, stages[mapping.StageId!.Value].Key))),
                terms.RoutingRules is null ? null : new(rules.Select(rule => KeyValuePair.Create(RoutingRuleSpec.Key(rule.Priority), NamedRules.Of(rule, stages[rule.StageId!.Value].Key)))));
    }

    /// <summary>https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-mode.html</summary>
    private static Refusal? Together(List<MappedStage> mapped, List<MappedStage> ruled, bool isPrivate, string? mode)
    {
        if (isPrivate)
        {
            return mapped.Concat(ruled).FirstOrDefault(row => row is not { Protocol: Protocol.Rest, EndpointType: EndpointType.Private }) is { } outside ? NamingRefusals.PrivateLeadToPrivate(outside.Words) : null;
        }

        if (mapped.Select(row => row.Protocol is Protocol.WebSocket).Distinct().Count() > 1)
        {
            return Refusals.NotSharedByKinds;
        }

        if (ruled.FirstOrDefault(row => row.Protocol is not Protocol.Rest) is { } other)
        {
            return NamingRefusals.RulesLeadToRest(other.Words);
        }

        if (ruled.FirstOrDefault(row => row.EndpointType is EndpointType.Private) is { } hidden)
        {
            return NamingRefusals.RulesLeadToPublic(hidden.Words);
        }

        return RoutingModes.GoesByRules(mode) && mapped.Exists(row => row.Protocol is Protocol.Rest) && mapped.Exists(row => row.Protocol is Protocol.Http) ? NamingRefusals.NoRulesBesideBothKinds : null;
    }

    private IQueryable<MappedStage> StagesOf(Guid connection) =>
        from stage in db.Set<Stage>().AsNoTracking()
        where stage.ConnectionId == connection
        join api in db.Set<Api>() on stage.ApiId equals api.Id
        select new MappedStage { Stage = stage.Id, Name = stage.Name, Api = api.Id, ApiName = api.Name, Protocol = api.Protocol, EndpointType = api.EndpointType, Team = api.TeamId, Runs = stage.ReleaseId != null };

    private sealed record MappedStage
    {
        public required Guid Stage { get; init; }

        public required string Name { get; init; }

        public required Guid Api { get; init; }

        public required string ApiName { get; init; }

        public required Protocol Protocol { get; init; }

        public required EndpointType EndpointType { get; init; }

        public required Guid Team { get; init; }

        public required bool Runs { get; init; }

        public string Words => $"{Name} of {ApiName}";

        public string Key => UsagePlanSpec.StageKey(Api.ToString(), Stage.ToString());
    }
}

/// <param name="Mappings">By their paths.</param>
/// <param name="Rules">By their priorities; null where nothing is said of them.</param>
internal sealed record NamedPlaces(SortedMap<string> Mappings, SortedMap<RoutingRuleSpec>? Rules);
