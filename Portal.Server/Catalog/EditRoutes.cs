using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class EditRoutesHandler(PortalDb db, ApiViews views, Revising revising) : IHandler<EditRoutes, RevisedApi>
{
    public async Task<Answer<RevisedApi>> HandleAsync(EditRoutes request, CurrentUser user, CancellationToken cancellationToken)
    {
        var api = await db.Set<Api>().SingleAsync(api => api.Id == request.ApiId, cancellationToken);

        if (request.Edits.Select(edit => ProtocolEdits.FaultOf(api.Protocol, edit)).FirstOrDefault(fault => fault is not null) is { } other)
        {
            return Refusals.OfOtherProtocol(other);
        }

        // Between here and the save it is the version of the row that tells.
        if (api.LatestRevision != request.BaseRevision)
        {
            return Platform.Refusals.ChangedMeanwhile;
        }

        var text = await db.Set<ApiRevision>().Where(revision => revision.ApiId == api.Id && revision.Number == api.LatestRevision).Select(revision => revision.Text).SingleAsync(cancellationToken);
        var before = ApiRevision.Read(text);

        return DocumentEditor.Apply(before, request.Edits.Select(edit => edit.ToEdit())) switch
        {
            EditOutcome.Edited { Document: var after } when after.Text == before.Text => new RevisedApi { Api = await views.OfAsync(api.Id, cancellationToken), IsNew = false },
            EditOutcome.Edited { Document: var after } => await revising.AddAsync(api, new IncomingDocument(after, RevisionSource.Editor, null), RevisionSummary.Of(before, after), "catalog.edit", user, cancellationToken),
            EditOutcome.Refused { Sentence: var sentence } => Refusals.EditRefused(sentence),
            _ => throw new UnreachableException(),
        };
    }
}
