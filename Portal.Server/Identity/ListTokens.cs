using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class ListTokensHandler(PortalDb db) : IHandler<ListTokens, Page<TokenView>>
{
    public async Task<Answer<Page<TokenView>>> HandleAsync(ListTokens request, CurrentUser user, CancellationToken cancellationToken)
    {
        var tokens = await db.Set<AccessToken>().AsNoTracking()
            .Where(token => token.UserId == user.Id)
            .OrderByDescending(token => token.CreatedAt)
            .ToListAsync(cancellationToken);

        return new Page<TokenView> { Items = [.. tokens.Select(token => token.ToView())], Total = tokens.Count };
    }
}
