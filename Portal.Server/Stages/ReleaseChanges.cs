using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>Says what callers of a stage would find changed, were it to run another release: between what API Gateway was given then and what it would be given.</summary>
internal sealed class ReleaseChanges(PortalDb db, StageViews views, IDefinitionWords words)
{
    /// <param name="stage">The stage as it is.</param>
    /// <param name="api">Its API.</param>
    /// <param name="release">What it would run.</param>
    /// <param name="with">With which variables and settings.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<ReleaseChange> OfAsync(Stage stage, Api api, Release release, StageWith with, CancellationToken cancellationToken)
    {
        var running = await db.Set<Release>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == stage.ReleaseId, cancellationToken);
        var after = await SpecOrNullAsync(api, release.RevisionId, cancellationToken);
        var before = running is null ? null : await SpecOrNullAsync(api, running.RevisionId, cancellationToken);
        var (routes, settings) = after is null ? ([], []) : words.Between(before, after);

        return new ReleaseChange
        {
            Stage = await views.OfAsync(stage.Id, cancellationToken),
            Release = (await db.ReleaseViewsAsync(db.Set<Release>().Where(row => row.Id == release.Id), cancellationToken)).Single(),
            Routes = routes,
            Settings = settings,
            StageSettings = with.Settings is { } set ? words.Between(running?.Settings ?? StageSettingsSpec.None, set) : [],
            Variables = Between(running?.Variables ?? [], with.Variables),
            Missing = after is null ? [] : [.. VariablesInUse.Of(after).Except(with.Variables.Keys)],
        };
    }

    /// <summary>Null where API Gateway would not take the revision; it did once, or there were no release of it.</summary>
    private async Task<DefinitionSpec?> SpecOrNullAsync(Api api, Guid revision, CancellationToken cancellationToken)
    {
        var text = await db.Set<ApiRevision>().Where(row => row.Id == revision).Select(row => row.Text).SingleAsync(cancellationToken);

        return api.Project(ApiRevision.Read(text)).Spec;
    }

    private static IReadOnlyList<VariableChange> Between(Dictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
    [
        .. from name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
           let was = before.GetValueOrDefault(name)
           let becomes = after.GetValueOrDefault(name)
           where was != becomes
           select new VariableChange(name, was, becomes),
    ];
}

/// <param name="Variables">Those it would have.</param>
/// <param name="Settings">Null where the portal leaves them alone.</param>
internal sealed record StageWith(IReadOnlyDictionary<string, string> Variables, StageSettingsSpec? Settings);
