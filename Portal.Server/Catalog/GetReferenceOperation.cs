using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class GetReferenceOperationHandler(PublishedApis apis) : IHandler<GetReferenceOperation, ReferencePart<OperationView>>
{
    public async Task<Answer<ReferencePart<OperationView>>> HandleAsync(GetReferenceOperation request, CurrentUser user, CancellationToken cancellationToken) =>
        (await apis.FindAsync(request.Api, user, cancellationToken)).Then<ReferencePart<OperationView>>(api =>
            api.Document.Operations.FirstOrDefault(operation => operation.Slug == request.Operation) is { } operation
                ? new ReferencePart<OperationView> { Outline = api.Outline, Part = api.Document.OperationOf(operation, api.BaseUrl) }
                : Refusals.NotInCatalog);
}
