using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Sync.Drift;
using Portal.Shared.Sync;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync.Drift;

public sealed class DriftRoundsTests
{
    [Fact]
    public async Task Each_is_looked_at_closely_once_a_day_and_quickly_once_an_hour()
    {
        using var world = await World.NewAsync();
        await world.RunAsync(World.Deployed(3, "dev", "prod"));
        var looks = new List<string>();
        world.Gateway.Before = looks.Add;

        for (var hour = 0; hour < 25; hour++)
        {
            Assert.Equal(hour % 24 is 0 ? 2 : 1, await world.RoundAsync());
            Assert.Equal(0, await world.RoundAsync());
            world.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(2, looks.Count(look => look == "GetRestApi shop"));
        Assert.Equal(23, looks.Count(look => look == "GetQuickRestApi shop"));
        Assert.Equal(2, looks.Count(look => look == "GetDocumentation shop"));
    }

    [Fact]
    public async Task A_clock_that_is_put_back_puts_nothing_off()
    {
        using var world = await World.NewAsync();
        await world.RunAsync(World.Deployed(3, "dev", "prod"));
        await world.RoundAsync();
        world.Clock.Advance(TimeSpan.FromDays(-30));

        Assert.Equal(2, await world.RoundAsync());
        Assert.Equal(0, await world.RoundAsync());
    }

    [Fact]
    public async Task What_somebody_waits_for_is_looked_at_whether_or_not_it_is_due()
    {
        using var world = await World.NewAsync();
        await world.RunAsync(World.Deployed(3, "dev", "prod"));
        await world.RoundAsync();
        await world.ReadAsync(db => db.Set<DriftCheck>().ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Wanted, DriftLook.Full)));

        Assert.Equal(2, await world.RoundAsync());

        Assert.All(await world.ReadAsync(db => db.Set<DriftCheck>().ToListAsync()), check => Assert.Null(check.Wanted));
    }

    [Fact]
    public async Task A_check_is_the_portals_own_errand()
    {
        using var world = await World.NewAsync();
        await world.RunAsync(World.Deployed(3, "dev", "prod"));
        var errands = new List<Errand>();
        world.Gateway.Before = _ => errands.Add(Errands.Now);

        await world.RoundAsync();

        Assert.All(errands, errand => Assert.Equal(Errand.Background, errand));
        Assert.NotEmpty(errands);
    }

    [Fact]
    public async Task One_that_fails_holds_nobody_else_up()
    {
        using var world = await World.NewAsync();
        await world.RunAsync(World.Deployed(3, "dev", "prod"));
        world.Scope = GatewayScope.OfUsagePlan(world.Connection, "gold");
        await world.RunAsync(Given.UsagePlan("gold", "shop/prod"));
        world.Gateway.Before = call => throw (call.EndsWith("shop", StringComparison.Ordinal) ? new InvalidOperationException("A fault of ours.") : World.Refusal(GatewayRefusal.Denied));

        await world.RoundAsync();

        var checks = await world.ReadAsync(db => db.Set<DriftCheck>().OrderBy(check => check.Subject).ToListAsync());
        Assert.Equal(["The portal itself failed at it; its log says how.", "The portal itself failed at it; its log says how.", "PutRestApi: BadRequestException: AWS's own words"], checks.Select(check => check.Trouble));
        Assert.Equal(0, await world.RoundAsync());
    }
}
