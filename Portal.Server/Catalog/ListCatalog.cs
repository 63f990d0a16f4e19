using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class ListCatalogHandler(PortalDb db, CatalogEntries entries) : IHandler<ListCatalog, Page<CatalogEntry>>
{
    public async Task<Answer<Page<CatalogEntry>>> HandleAsync(ListCatalog request, CurrentUser user, CancellationToken cancellationToken)
    {
        var wanted = db.Set<Api>().AsNoTracking().SeenBy(user);

        if (request.Search?.Trim() is { Length: > 0 } search)
        {
            var pattern = Like.Holding(search);
            wanted = wanted.Where(api => EF.Functions.Like(api.Name, pattern, Like.Escape) || EF.Functions.Like(api.Description, pattern, Like.Escape) || EF.Functions.Like(api.TagLines, pattern, Like.Escape));
        }

        var page = await wanted.OrderBy(api => api.Name).ThenBy(api => api.Id).Skip(request.Skip).Take(request.Take).ToListAsync(cancellationToken);

        return new Page<CatalogEntry>
        {
            Items = [.. (await entries.OfAsync(page, cancellationToken)).Select(seen => seen.Entry)],
            Total = page.Count < request.Take && (page.Count > 0 || request.Skip is 0) ? request.Skip + page.Count : await wanted.CountAsync(cancellationToken),
        };
    }
}
