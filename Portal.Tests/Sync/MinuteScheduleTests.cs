using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Portal.Tests.Sync;

public sealed class MinuteScheduleTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Quartz goes by that clock: put back by a day, it would do nothing by itself for a day.</summary>
    [Fact]
    public async Task Nothing_waits_for_a_time_of_the_machines_clock()
    {
        var scheduler = await portal.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancelled);

        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), Cancelled))
        {
            Assert.False((await scheduler.GetTrigger(key, Cancelled))?.NextFireTimeUtc > DateTimeOffset.UtcNow, $"{key} waits for a time.");
        }
    }
}
