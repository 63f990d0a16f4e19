using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;

namespace Portal.Server.Stages;

/// <summary>
/// Tells the catalog where developers call its APIs. AWS is asked once for each release and remembered, because visitors ask the catalog and must not use up the account's calls;
/// where AWS does not say, it is not asked again for a while.
/// </summary>
internal sealed class StageAddresses(PortalDb db, StagePlaces places, IMemoryCache cache) : IApiAddresses
{
    private static readonly TimeSpan Known = TimeSpan.FromHours(6);
    private static readonly TimeSpan Unknown = TimeSpan.FromMinutes(1);

    /// <summary>A page of the catalog is not held up by AWS for longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public async Task<IReadOnlyDictionary<Guid, ApiAddress>> OfAsync(IReadOnlyCollection<Guid> apis, CancellationToken cancellationToken)
    {
        var rows = await (
            from stage in db.Set<Stage>().AsNoTracking()
            where apis.Contains(stage.ApiId)
            join release in db.Set<Release>() on stage.ReleaseId equals release.Id
            join revision in db.Set<ApiRevision>() on release.RevisionId equals revision.Id
            select new { Stage = stage, revision.Number }).ToListAsync(cancellationToken);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var addresses = new Dictionary<Guid, ApiAddress>();

        foreach (var last in rows.GroupBy(row => row.Stage.ApiId).Select(group => group.MaxBy(row => row.Stage.Position)!))
        {
            addresses[last.Stage.ApiId] = new ApiAddress(last.Stage.Name, last.Number, await UrlOrNullAsync(last.Stage, patience.Token, cancellationToken));
        }

        return addresses;
    }

    private async Task<string?> UrlOrNullAsync(Stage stage, CancellationToken patience, CancellationToken cancellationToken)
    {
        var key = $"{nameof(StageAddresses)}/{stage.Id}/{stage.ReleaseId}";

        if (cache.TryGetValue(key, out string? known))
        {
            return known;
        }

        try
        {
            var url = (await places.FindAsync(stage, patience))?.InvokeUrl.TrimEnd('/');

            return cache.Set(key, url, url is null ? Unknown : Known);
        }
        catch (GatewayRefusedException)
        {
            return cache.Set(key, (string?)null, Unknown);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
