using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class GetReferenceHandler(PublishedApis apis) : IHandler<GetReference, ReferenceView>
{
    public async Task<Answer<ReferenceView>> HandleAsync(GetReference request, CurrentUser user, CancellationToken cancellationToken) =>
        (await apis.FindAsync(request.Api, user, cancellationToken)).Then<ReferenceView>(api => new ReferenceView
        {
            Outline = api.Outline,
            About = api.Document.About,
            Security = api.Document.Security,
            Operations = api.Document.IsOnePage ? [.. api.Document.Ordered.Select(operation => api.Document.OperationOf(operation, api.BaseUrl))] : [],
        });
}
