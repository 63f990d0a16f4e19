using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Server.Platform;

namespace Portal.Tests.Platform;

public sealed class OnePortalTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_portal_waits_while_the_first_gives_signs_of_life()
    {
        await ThereIsAsync("elsewhere", 4711, Now - OnePortal.Lasting / 2);

        Assert.False(await Another().TryTakeAsync(Cancelled));
    }

    [Fact]
    public async Task It_takes_over_from_one_that_has_been_silent()
    {
        await ThereIsAsync("elsewhere", 4711, Now - OnePortal.Lasting - TimeSpan.FromMinutes(1));

        Assert.True(await Another().TryTakeAsync(Cancelled));
    }

    [Fact]
    public async Task It_takes_over_at_once_from_a_process_of_this_machine_that_is_no_more()
    {
        // A process has this id, and was not started then.
        await ThereIsAsync(Environment.MachineName, Environment.ProcessId, DateTimeOffset.UtcNow, WorkingPortal.ThisProcessStartedAt - TimeSpan.FromHours(1));

        Assert.True(await Another().TryTakeAsync(Cancelled));
    }

    [Fact]
    public async Task It_takes_over_at_once_from_one_that_has_ended_by_itself()
    {
        var first = Another();
        await ThereIsAsync("elsewhere", 4711, Now - TimeSpan.FromHours(1));
        Assert.True(await first.TryTakeAsync(Cancelled));
        await first.StopAsync(Cancelled);
        await InDbAsync(db => db.Set<WorkingPortal>().ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Machine, "elsewhere"), Cancelled));

        Assert.True(await Another().TryTakeAsync(Cancelled));
    }

    [Fact]
    public async Task Whose_place_was_taken_stops()
    {
        using var lifetime = new Lifetime();
        var first = Another(lifetime.Of);
        await ThereIsAsync("elsewhere", 4711, Now - TimeSpan.FromHours(1));
        Assert.True(await first.TryTakeAsync(Cancelled));

        await first.RoundAsync(Cancelled);
        Assert.False(lifetime.Of.ApplicationStopping.IsCancellationRequested);

        await ThereIsAsync("elsewhere", 4711, DateTimeOffset.UtcNow);
        await first.RoundAsync(Cancelled);
        Assert.True(lifetime.Of.ApplicationStopping.IsCancellationRequested);
    }

    private OnePortal Another(IHostApplicationLifetime? lifetime = null) =>
        new(portal.Services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, lifetime ?? portal.Services.GetRequiredService<IHostApplicationLifetime>(), NullLogger<OnePortal>.Instance);

    /// <summary>The portal of the fixture has written itself down at its start: another is there in its place.</summary>
    private Task ThereIsAsync(string machine, int process, DateTimeOffset seen, DateTimeOffset? started = null) => InDbAsync(db => db.Set<WorkingPortal>().ExecuteUpdateAsync(
        rows => rows.SetProperty(row => row.Holder, Guid.NewGuid()).SetProperty(row => row.Machine, machine).SetProperty(row => row.ProcessId, process).SetProperty(row => row.ProcessStartedAt, started ?? Now).SetProperty(row => row.SeenAt, seen),
        Cancelled));

    private async Task InDbAsync(Func<PortalDb, Task<int>> deed)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        Assert.Equal(1, await deed(scope.ServiceProvider.GetRequiredService<PortalDb>()));
    }

    private sealed class Lifetime : IDisposable
    {
        public ApplicationLifetime Of { get; } = new(NullLogger<ApplicationLifetime>.Instance);

        public void Dispose() => Of.StopApplication();
    }
}
