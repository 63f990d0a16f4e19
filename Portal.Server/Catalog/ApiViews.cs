using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared.Catalog;
using Portal.Shared.Identity;

namespace Portal.Server.Catalog;

/// <summary>Puts together what is shown of one API.</summary>
internal sealed class ApiViews(PortalDb db, IApiStages stages, RevisionFindings findings)
{
    public async Task<ApiView> OfAsync(Guid id, CancellationToken cancellationToken)
    {
        var api = await db.Set<Api>().AsNoTracking().SingleAsync(api => api.Id == id, cancellationToken);
        var team = await db.Set<Team>().SingleAsync(team => team.Id == api.TeamId, cancellationToken);
        var latest = await db.Revisions(api.Id).SingleAsync(revision => revision.Number == api.LatestRevision, cancellationToken);
        var found = await findings.OfAsync(api, latest.Id, cancellationToken);

        return new ApiView
        {
            Id = api.Id,
            Name = api.Name,
            AwsName = api.AwsName,
            NameInAws = api.NameInAws,
            ReadOnlyBecause = await ReadOnlyBecauseAsync(api.Id, cancellationToken),
            Description = api.Description,
            Team = new TeamView(team.Id, team.Name),
            Protocol = api.Protocol,
            EndpointType = api.EndpointType,
            Status = api.Status,
            Audience = api.Audience,
            Tags = api.Tags,
            AwsTags = api.AwsTags,
            CreatedAt = api.CreatedAt,
            UpdatedAt = api.UpdatedAt,
            Latest = latest,
            Findings = FindingCounts.Of(found.Findings),
            Stages = [.. (await stages.OfAsync([id], cancellationToken))[id]],
            Version = api.Version,
        };
    }

    private async Task<string?> ReadOnlyBecauseAsync(Guid id, CancellationToken cancellationToken)
    {
        var known = id.ToString();
        var things = await db.Set<KnownThing>().AsNoTracking().Where(thing => thing.PortalId == known && (thing.OwnedBy != null || !thing.IsAdopted)).ToListAsync(cancellationToken);

        return things switch
        {
            [] => null,
            _ when things.Find(thing => thing.OwnedBy is not null) is { OwnedBy: { } owner } => $"It belongs to {owner}: the portal shows it, and changes of it as patches, and writes nothing.",
            _ => "It was imported and is not adopted: it can be looked at and measured. Adopt it on its connection's import page before it is changed from here.",
        };
    }
}
