using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog.Documents;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class PreviewRevisionHandler(PortalDb db, DocumentIntake intake, RevisionMerge merge) : IHandler<PreviewRevision, RevisionPreview>
{
    public async Task<Answer<RevisionPreview>> HandleAsync(PreviewRevision request, CurrentUser user, CancellationToken cancellationToken) =>
        await intake.TakeAsync(request.Document, cancellationToken) switch
        {
            Answer<IncomingDocument>.Given(var incoming) => await LookAsync(request, incoming, cancellationToken),
            Answer<IncomingDocument>.Refused(var refusal) => refusal,
            _ => throw new UnreachableException(),
        };

    private async Task<Answer<RevisionPreview>> LookAsync(PreviewRevision request, IncomingDocument incoming, CancellationToken cancellationToken)
    {
        var api = await db.Set<Api>().AsNoTracking().SingleAsync(api => api.Id == request.ApiId, cancellationToken);
        var ours = ApiRevision.Read((await db.RevisionAsync(api.Id, api.LatestRevision, cancellationToken))!.Text);

        return await merge.OfAsync(api, ours, incoming.Document, _ => null, cancellationToken) switch
        {
            Answer<RevisionMerge.Outcome>.Given(var outcome) => new RevisionPreview
            {
                Latest = api.LatestRevision,
                Brought = outcome.Brought,
                Summary = RevisionSummary.Of(ours, outcome.Document),
                Kept = [.. outcome.Kept.Select(MergeWords.Words)],
                PutBack = [.. outcome.PutBack.Select(MergeWords.Words)],
                Findings = [.. NewErrors(api, ours, incoming.Document, outcome.Document)],
                Conflicts = [.. outcome.Conflicts.Select(MergeWords.ToView)],
                NotMerged = outcome.NotMerged,
            },
            Answer<RevisionMerge.Outcome>.Refused(var refusal) => refusal,
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>By their words: lines move, and of many routes with one error there is one finding.</summary>
    private static IEnumerable<Finding> NewErrors(Api api, SourceDocument ours, SourceDocument theirs, SourceDocument both)
    {
        var known = api.Project(ours).Findings.Concat(api.Project(theirs).Findings).Select(finding => (finding.Rule, finding.Message)).ToHashSet();

        return api.Project(both).Findings.Where(finding => finding.Level is FindingLevel.Error && !known.Contains((finding.Rule, finding.Message)));
    }
}
