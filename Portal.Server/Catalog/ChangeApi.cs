using Microsoft.EntityFrameworkCore;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class ChangeApiHandler(PortalDb db, IApiStages stages, ApiViews views, IAuditTrail audit, TimeProvider clock) : IHandler<ChangeApi, ApiView>
{
    public async Task<Answer<ApiView>> HandleAsync(ChangeApi request, CurrentUser user, CancellationToken cancellationToken)
    {
        var api = await db.Set<Api>().SingleAsync(api => api.Id == request.Id, cancellationToken);
        var name = request.Name.Trim();

        if (request.TeamId != api.TeamId && !(user.Reaches(request.TeamId) && await db.Set<Team>().AnyAsync(team => team.Id == request.TeamId, cancellationToken)))
        {
            return Refusals.NoSuchTeam;
        }

        if (await db.Set<Api>().AnyAsync(other => other.Id != api.Id && other.TeamId == request.TeamId && other.Name == name, cancellationToken))
        {
            return Refusals.NameTaken(name);
        }

        if (request.Status is ApiStatus.Retired && await stages.RunningAsync(api.Id, cancellationToken) is { Count: > 0 } running)
        {
            return Refusals.StillRuns(running);
        }

        audit.Record(user, "catalog.change", api.Name, $"{api.Id}: {string.Join(", ", Changes(api, request, name))}");
        db.Expect(api, request.Version);
        api.Name = name;
        api.Description = request.Description;
        api.Status = request.Status;
        api.TeamId = request.TeamId;
        api.Audience = request.Audience ?? api.Audience;
        api.Tags = request.Tags ?? api.Tags;
        api.AwsTags = request.AwsTags is { } awsTags ? new Dictionary<string, string>(awsTags) : api.AwsTags;
        api.UpdatedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);

        return await views.OfAsync(api.Id, cancellationToken);
    }

    private static IEnumerable<string> Changes(Api api, ChangeApi request, string name)
    {
        if (api.Name != name)
        {
            yield return $"name is '{name}'";
        }

        if (api.Description != request.Description)
        {
            yield return "description";
        }

        if (api.Status != request.Status)
        {
            yield return $"{api.Status} -> {request.Status}";
        }

        if (api.TeamId != request.TeamId)
        {
            yield return $"team {api.TeamId} -> {request.TeamId}";
        }

        if (request.Audience is { } audience && api.Audience != audience)
        {
            yield return $"seen by {api.Audience} -> {audience}";
        }

        if (request.Tags is { } tags && !api.Tags.SequenceEqual(tags))
        {
            yield return "tags";
        }

        if (request.AwsTags is { } awsTags && !JsonMap.Comparer.Equals(api.AwsTags, new Dictionary<string, string>(awsTags)))
        {
            yield return "tags in AWS";
        }
    }
}
