using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class GetApiHandler(ApiViews views) : IHandler<GetApi, ApiView>
{
    public async Task<Answer<ApiView>> HandleAsync(GetApi request, CurrentUser user, CancellationToken cancellationToken) => await views.OfAsync(request.Id, cancellationToken);
}
