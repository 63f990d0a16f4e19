using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

internal sealed class ListDriftHandler(FindingViews views) : IHandler<ListDrift, Page<FindingView>>
{
    public async Task<Answer<Page<FindingView>>> HandleAsync(ListDrift request, CurrentUser user, CancellationToken cancellationToken)
    {
        var beside = request.Subject is { } subject ? DocumentationSpec.SubjectBeside(subject) : null;
        var findings = views.Reached(user).Where(finding =>
            (request.State == null || finding.State == request.State)
            && (request.Subject == null || finding.Subject == request.Subject || finding.Subject == beside)
            && (request.Connection == null || finding.ConnectionId == request.Connection));

        return new Page<FindingView>
        {
            Total = await findings.CountAsync(cancellationToken),
            Items = await views.OfAsync(
                findings
                    .OrderBy(finding => finding.State == FindingState.Open ? 0 : finding.State == FindingState.Ignored ? 1 : 2)
                    .ThenByDescending(finding => finding.FirstSeen)
                    .ThenBy(finding => finding.PlaceName)
                    .ThenBy(finding => finding.Id)
                    .Skip(request.Skip)
                    .Take(request.Take),
                cancellationToken),
        };
    }
}
