using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class GetReferenceSchemaHandler(PublishedApis apis) : IHandler<GetReferenceSchema, ReferencePart<SchemaView>>
{
    public async Task<Answer<ReferencePart<SchemaView>>> HandleAsync(GetReferenceSchema request, CurrentUser user, CancellationToken cancellationToken) =>
        (await apis.FindAsync(request.Api, user, cancellationToken)).Then<ReferencePart<SchemaView>>(api =>
            api.Document.SchemaOf(request.Schema) is { } schema
                ? new ReferencePart<SchemaView> { Outline = api.Outline, Part = schema }
                : Refusals.NotInCatalog);
}
