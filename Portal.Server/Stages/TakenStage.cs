using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>Takes over what somebody has made of a stage in API Gateway: its variables, settings and tags, and the deployment that it serves, as a release.</summary>
internal sealed class TakenStage(PortalDb db, IAuditTrail audit, TimeProvider clock) : ITakesOver
{
    public async Task<Answer<string>?> TakeOverAsync(Takeover wanted, CancellationToken cancellationToken)
    {
        if (wanted is not { Known: StageSpec known, Found: StageSpec found } || !Guid.TryParse(found.Id, out var id))
        {
            return null;
        }

        if (!wanted.Roles.Grant(Policies.EditStages))
        {
            return Platform.Refusals.NotAllowed;
        }

        if (await db.Set<Stage>().SingleOrDefaultAsync(stage => stage.Id == id, cancellationToken) is not { } stage)
        {
            return Refusals.Gone;
        }

        var same = await SameAsync(stage.ApiId, found.Deployment, cancellationToken);

        if (same is null && known.Deployment != found.Deployment)
        {
            return Refusals.ForeignDeployment(stage.Name);
        }

        TakeVariables(stage, known, found);
        TakeTheRest(stage, known, found);
        audit.Record(CurrentUser.Portal with { Id = wanted.By }, "stages.take-over", stage.Name, $"{stage.Id}, deployment {found.Deployment}, variables: {string.Join(", ", found.Variables.Keys)}");

        if (same is null || IsSameRelease(known, found))
        {
            return $"The stage {stage.Name} is as it is there.";
        }

        Release(stage, same, found, wanted.By);

        return $"The stage {stage.Name} is as it is there: a release of its own says so.";
    }

    /// <summary>Description, access log and tags are no part of what ran.</summary>
    private static bool IsSameRelease(StageSpec known, StageSpec found) =>
        known.Deployment == found.Deployment && known.Variables.SequenceEqual(found.Variables) && known.Settings?.Text == found.Settings?.Text;

    private void Release(Stage stage, Release same, StageSpec found, Guid by)
    {
        var release = new Release
        {
            Id = Guid.CreateVersion7(),
            StageId = stage.Id,
            RevisionId = same.RevisionId,
            Deployment = same.Deployment,
            Variables = found.Variables.ToDictionary(),
            Settings = found.Settings,
            RunId = same.RunId,
            Cause = ReleaseCause.TakenOver,
            FromStageId = null,
            Restores = null,
            By = by,
            At = clock.GetUtcNow(),
        };
        db.Add(release);
        stage.ReleaseId = release.Id;
    }

    /// <summary>What is wanted next may be ahead of what was applied here too.</summary>
    private static void TakeTheRest(Stage stage, StageSpec known, StageSpec found)
    {
        if (known.Description != found.Description)
        {
            stage.Description = found.Description;
        }

        if (known.AccessLog != found.AccessLog)
        {
            (stage.ChoosesAccessLog, stage.OwnAccessLog) = (true, found.AccessLog);
        }

        if (known.Settings is { } before && found.Settings is { } after && before.Text != after.Text)
        {
            stage.Settings = (stage.Settings ?? before).With(before, after);
        }

        stage.Tags = SpecTags.Taken(stage.Tags, known.Tags, found.Tags);
    }

    /// <summary>Some release that was made of the same deployment, for its revision.</summary>
    private Task<Release?> SameAsync(Guid api, string? deployment, CancellationToken cancellationToken) => db.Set<Release>().AsNoTracking()
        .Where(release => release.Deployment == deployment && db.Set<Stage>().Any(other => other.Id == release.StageId && other.ApiId == api))
        .OrderByDescending(release => release.At)
        .FirstOrDefaultAsync(cancellationToken);

    /// <summary>What is wanted of the next deployment may be ahead of what was applied: only what somebody changed there is taken.</summary>
    private void TakeVariables(Stage stage, StageSpec known, StageSpec found)
    {
        var variables = new Dictionary<string, string>(stage.Variables);

        foreach (var name in known.Variables.Keys.Union(found.Variables.Keys).Where(name => known.Variables.GetValueOrDefault(name) != found.Variables.GetValueOrDefault(name)))
        {
            if (found.Variables.GetValueOrDefault(name) is { } value)
            {
                variables[name] = value;
            }
            else
            {
                variables.Remove(name);
            }
        }

        stage.Variables = variables;
        db.Entry(stage).Property(row => row.Variables).IsModified = true;
    }
}
