using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Sync;

namespace Portal.Client.Shell;

/// <summary>What the overview shows: five answers, or the first refusal of them.</summary>
public sealed record Overview
{
    public required int Apis { get; init; }

    public required int ToApprove { get; init; }

    public required Page<RunSummary> LatestRuns { get; init; }

    public required IReadOnlyList<ConnectionView> Connections { get; init; }

    public required FirstSteps Steps { get; init; }

    public static async Task<Answer<Overview>> AskAsync(IPortal portal, CancellationToken cancellationToken)
    {
        var apis = await portal.SendAsync(new ListApis { Take = 1 }, cancellationToken);
        var proposed = await portal.SendAsync(new ListRuns { State = RunState.Proposed, Take = 1 }, cancellationToken);
        var latest = await portal.SendAsync(new ListRuns { Take = 5 }, cancellationToken);
        var connections = await portal.SendAsync(new ListConnections(), cancellationToken);

        var steps = await portal.SendAsync(new GetFirstSteps(), cancellationToken);

        return steps.Then(stepsMade => apis.Then(apiPage => proposed.Then(proposedPage => latest.Then(latestPage => connections.Then<Overview>(connectionPage => new Overview
        {
            Apis = apiPage.Total,
            ToApprove = proposedPage.Total,
            LatestRuns = latestPage,
            Connections = connectionPage.Items,
            Steps = stepsMade,
        })))));
    }
}
