using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>Goes on, once the portal has started, with what was approved or cut before it stopped.</summary>
internal sealed class ResumeRuns(IServiceScopeFactory scopes, Coordinator coordinator) : AfterStart
{
    public override async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();

        var connections = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<ChangeRun>()
            .Where(run => run.State == RunState.Approved || run.State == RunState.Running)
            .Select(run => run.ConnectionId)
            .Distinct()
            .ToListAsync(cancellationToken);

        foreach (var connection in connections)
        {
            await coordinator.WakeAsync(connection, cancellationToken);
        }
    }
}
