using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class ImportRevisionHandler(PortalDb db, DocumentIntake intake, ApiViews views, Revising revising) : IHandler<ImportRevision, RevisedApi>
{
    public async Task<Answer<RevisedApi>> HandleAsync(ImportRevision request, CurrentUser user, CancellationToken cancellationToken) =>
        await intake.TakeAsync(request.Document, cancellationToken) switch
        {
            Answer<IncomingDocument>.Given(var incoming) => await AddAsync(request, incoming, user, cancellationToken),
            Answer<IncomingDocument>.Refused(var refusal) => refusal,
            _ => throw new UnreachableException(),
        };

    private async Task<Answer<RevisedApi>> AddAsync(ImportRevision request, IncomingDocument incoming, CurrentUser user, CancellationToken cancellationToken)
    {
        var api = await db.Set<Api>().SingleAsync(api => api.Id == request.ApiId, cancellationToken);
        var latest = await db.Set<ApiRevision>().AsNoTracking().SingleAsync(revision => revision.ApiId == api.Id && revision.Number == api.LatestRevision, cancellationToken);

        var before = ApiRevision.Read(latest.Text);

        if (request.KeepSettings && KeptSettings.Of(before, incoming.Document) is { Count: > 0 } kept)
        {
            switch (DocumentEditor.Apply(incoming.Document, kept))
            {
                case EditOutcome.Edited { Document: var edited }:
                    incoming = incoming with { Document = edited };
                    break;

                case EditOutcome.Refused { Sentence: var sentence }:
                    return Refusals.SettingsNotKept(sentence);

                default:
                    throw new UnreachableException();
            }
        }

        if (latest.Sha256 == Digest.Of(incoming.Document.Text))
        {
            return new RevisedApi { Api = await views.OfAsync(api.Id, cancellationToken), IsNew = false };
        }

        if (request.Version is { } version)
        {
            db.Expect(api, version);
        }

        var summary = RevisionSummary.Of(before, incoming.Document);

        return await revising.AddAsync(api, incoming, summary, "catalog.import-revision", user, cancellationToken);
    }
}
