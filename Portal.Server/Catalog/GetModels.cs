using Portal.Server.Catalog.Documents;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class GetModelsHandler(PortalDb db) : IHandler<GetModels, ModelsView>
{
    public async Task<Answer<ModelsView>> HandleAsync(GetModels request, CurrentUser user, CancellationToken cancellationToken) =>
        await db.RevisionAsync(request.ApiId, request.Number, cancellationToken) is { } revision
            ? ModelTable.Of(ApiRevision.Read(revision.Text), revision.Number)
            : Refusals.NoSuchRevision;
}

internal sealed class GetModelHandler(PortalDb db) : IHandler<GetModel, ModelText>
{
    public async Task<Answer<ModelText>> HandleAsync(GetModel request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.RevisionAsync(request.ApiId, request.Number, cancellationToken) is not { } revision)
        {
            return Refusals.NoSuchRevision;
        }

        return ModelTable.ModelOf(ApiRevision.Read(revision.Text), request.Name) is { } model ? model : Refusals.NoSuchModel;
    }
}
