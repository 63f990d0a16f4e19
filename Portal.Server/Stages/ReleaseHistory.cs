using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>What the latest releases of a stage say: what it would go back to, and how far another is behind it.</summary>
/// <param name="releases">The latest first.</param>
internal sealed class ReleaseHistory(IReadOnlyList<Release> releases)
{
    /// <summary>
    /// The release before one, otherwise than it. One that was brought back counts where it first stood: whoever rolls back twice goes back twice, and not forth again.
    /// </summary>
    public Release? Before(Release running)
    {
        var place = running;

        while (place.Restores is { } id && releases.FirstOrDefault(release => release.Id == id) is { } restored)
        {
            place = restored;
        }

        return releases.FirstOrDefault(release => release.At < place.At && !release.IsSameAs(running));
    }

    /// <summary>How far what runs elsewhere is behind this stage; null where it is the same.</summary>
    public StageLag? LagOf(Release elsewhere, string stage) => releases.ToList().FindIndex(release => release.Deployment == elsewhere.Deployment) switch
    {
        0 => null,
        > 0 and var newer => new StageLag(stage, Math.Max(1, releases.Take(newer).Count(release => release.Cause is not ReleaseCause.SetUp))),
        _ => new StageLag(stage, null),
    };
}
