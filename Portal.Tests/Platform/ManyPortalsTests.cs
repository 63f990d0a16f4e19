using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Platform;

namespace Portal.Tests.Platform;

/// <summary>Several portals may live in one process, as they do in these tests: they share nothing, and none is disturbed when another starts or stops.</summary>
public sealed class ManyPortalsTests
{
    [Fact]
    public Task Portals_that_start_and_stop_side_by_side_do_not_disturb_each_other() => Task.WhenAll(Enumerable.Range(0, 6).Select(_ => StartAndStopAsync(times: 3)));

    private static async Task StartAndStopAsync(int times)
    {
        for (var time = 0; time < times; time++)
        {
            await using var portal = new PortalFixture();
            await using var scope = portal.Services.CreateAsyncScope();

            Assert.True(await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.CanConnectAsync(TestContext.Current.CancellationToken));
        }
    }
}
