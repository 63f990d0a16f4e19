using Portal.Server.Catalog.Documents;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class CreateApiHandler(NewApi apis) : IHandler<CreateApi, ApiView>
{
    public async Task<Answer<ApiView>> HandleAsync(CreateApi request, CurrentUser user, CancellationToken cancellationToken)
    {
        var description = request.Description is "" ? null : request.Description;
        var document = ApiRevision.Read(NewDocument.Text(request.Name.Trim(), description: description, selection: request.Protocol is Protocol.WebSocket ? RouteMessage.DefaultSelection : null));

        return await apis.AddAsync(
            new NewApi.Entry(request.TeamId, request.Name, request.Description, request.Protocol, request.EndpointType, new IncomingDocument(document, RevisionSource.Editor, null), "Defined in the portal, without routes yet.", "catalog.create"),
            user,
            cancellationToken);
    }
}
