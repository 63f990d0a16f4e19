using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog.Documents;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class ImportRevisionHandler(PortalDb db, DocumentIntake intake, ApiViews views, Revising revising, RevisionMerge merge) : IHandler<ImportRevision, RevisedApi>
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

        var brought = incoming.Document;

        if (request.KeepSettings)
        {
            switch (await merge.OfAsync(api, before, incoming.Document, pointer => request.Choices.TryGetValue(pointer, out var side) ? side : request.OnConflict, cancellationToken))
            {
                case Answer<RevisionMerge.Outcome>.Given({ Conflicts: var conflicts }) when conflicts.Any(conflict => conflict.Choice is null):
                    return Refusals.Conflicts([.. conflicts.Where(conflict => conflict.Choice is null)]);

                case Answer<RevisionMerge.Outcome>.Given(var outcome) when outcome.IsSame && JsonNode.DeepEquals(outcome.Document.Root, before.Root):
                    return new RevisedApi { Api = await views.OfAsync(api.Id, cancellationToken), IsNew = false };

                case Answer<RevisionMerge.Outcome>.Given(var outcome):
                    incoming = incoming with { Document = outcome.Document };
                    break;

                case Answer<RevisionMerge.Outcome>.Refused(var refusal):
                    return refusal;

                default:
                    throw new UnreachableException();
            }
        }

        // Where the choice was to keep all as it is, the document as it came is remembered all the same: nobody is asked about it twice.
        if (incoming.Document.Text == brought.Text && latest.Sha256 == Digest.Of(incoming.Document.Text))
        {
            return new RevisedApi { Api = await views.OfAsync(api.Id, cancellationToken), IsNew = false };
        }

        if (request.Version is { } version)
        {
            db.Expect(api, version);
        }

        return incoming.Document.Text == brought.Text
            ? await revising.AddAsync(api, incoming, RevisionSummary.Of(before, brought), "catalog.import-revision", user, cancellationToken)
            : await revising.AddAsync(
                api,
                new IncomingDocument(incoming.Document, RevisionSource.Editor, null),
                $"Takes over what was made here. {RevisionSummary.Of(brought, incoming.Document)}",
                "catalog.import-revision",
                user,
                cancellationToken,
                (incoming with { Document = brought }, $"As it came. {RevisionSummary.Of(before, brought)}"));
    }
}
