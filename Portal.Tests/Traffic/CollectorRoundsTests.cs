using Microsoft.AspNetCore.Hosting;
using Portal.Tests.Metrics;

namespace Portal.Tests.Traffic;

/// <summary>The collector as it runs in a portal that nobody tells to collect.</summary>
public sealed class CollectorRoundsTests
{
    [Fact]
    public async Task What_is_called_is_told_by_itself()
    {
        await using var portal = new Collecting();
        var measured = await Measured.DeployAsync(portal);
        await measured.CallAsync(well: 5, refused: 2);

        var view = await measured.GetAsync();
        for (var tries = 0; view.Totals.Requests < 7 && tries < 20_000; tries++)
        {
            view = await measured.GetAsync();
        }

        Assert.Equal((7, 2), (view.Totals.Requests, view.Totals.ClientErrors));
    }

    private sealed class Collecting : PortalFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Metrics:Enabled", "true");
            builder.UseSetting("Metrics:SandboxEvery", "00:00:01");
        }
    }
}
