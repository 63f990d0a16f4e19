using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Portal.Server.Aws;
using Portal.Server.Identity;
using Portal.Server.Platform;

namespace Portal.Tests.Platform;

public sealed class OnePortalTests(OnePortalTests.Unhurried portal) : IClassFixture<OnePortalTests.Unhurried>
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private static readonly DatabaseOptions Options = new();
    private static readonly TimeSpan Lasting = Options.TakeOverAfter;

    private readonly FakeTimeProvider _time = new(Now);
    private WorkingPlace _place = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_portal_waits_while_the_first_gives_signs_of_life()
    {
        await ThereIsAsync("elsewhere", 4711, Now);
        var second = Another();

        for (var signs = 0; signs < 5; signs++)
        {
            Assert.False(await second.TryTakeAsync(Cancelled));
            _time.Advance(Lasting / 2);
            await InDbAsync(db => db.Set<WorkingPortal>().ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Version, row => row.Version + 1), Cancelled));
        }
    }

    [Fact]
    public async Task It_takes_over_from_one_that_it_has_seen_silent_for_long_enough()
    {
        await ThereIsAsync("elsewhere", 4711, Now);
        var second = Another();
        Assert.False(await second.TryTakeAsync(Cancelled));
        _time.Advance(Lasting);

        Assert.True(await second.TryTakeAsync(Cancelled));
    }

    /// <summary>The clocks of two machines differ, and are set.</summary>
    [Theory]
    [InlineData(-24)]
    [InlineData(24)]
    public async Task What_the_clock_says_is_nothing_to_it(int hours)
    {
        await ThereIsAsync("elsewhere", 4711, Now + TimeSpan.FromHours(hours));
        var second = Another();

        Assert.False(await second.TryTakeAsync(Cancelled));
        _time.Advance(Lasting);
        Assert.True(await second.TryTakeAsync(Cancelled));
    }

    [Fact]
    public async Task Of_two_that_start_at_the_same_time_one_works()
    {
        await InDbAsync(db => db.Set<WorkingPortal>().ExecuteDeleteAsync(Cancelled));
        var (one, two) = (Another(), Another());

        var taken = await Task.WhenAll(Task.Run(() => one.TryTakeAsync(Cancelled), Cancelled), Task.Run(() => two.TryTakeAsync(Cancelled), Cancelled));

        // Both are of this process, so that the second may follow the first: what must not be is that both wrote the row, or neither.
        Assert.Contains(true, taken);
        await InDbAsync(db => db.Set<WorkingPortal>().CountAsync(Cancelled));
    }

    [Fact]
    public async Task A_row_that_was_lost_is_written_anew()
    {
        using var lifetime = new Lifetime();
        var first = Another(lifetime.Of);
        await InDbAsync(db => db.Set<WorkingPortal>().ExecuteDeleteAsync(Cancelled));
        Assert.True(await first.TryTakeAsync(Cancelled));
        await InDbAsync(db => db.Set<WorkingPortal>().ExecuteDeleteAsync(Cancelled));

        await first.RoundAsync(Cancelled);

        Assert.False(lifetime.Of.ApplicationStopping.IsCancellationRequested);
        await InDbAsync(db => db.Set<WorkingPortal>().CountAsync(Cancelled));
    }

    [Fact]
    public async Task Who_was_silent_looks_before_it_writes_and_writes_nothing_where_another_has_taken_over()
    {
        using var lifetime = new Lifetime();
        var first = Another(lifetime.Of);
        await InDbAsync(db => db.Set<WorkingPortal>().ExecuteDeleteAsync(Cancelled));
        Assert.True(await first.TryTakeAsync(Cancelled));
        await ThereIsAsync("elsewhere", 4711, Now);
        await first.HoldAsync(Cancelled); // Sure, and so it does not look.

        _time.Advance(Lasting);
        await Assert.ThrowsAsync<OperationCanceledException>(() => first.HoldAsync(Cancelled));
        await using var scope = portal.Services.CreateAsyncScope();
        await Assert.ThrowsAsync<OperationCanceledException>(() => first.HoldAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), Cancelled));

        Assert.True(lifetime.Of.ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public async Task Nothing_that_may_write_is_sent_by_one_whose_place_was_taken()
    {
        using var lifetime = new Lifetime();
        var first = await OvertakenAsync(lifetime);
        using var sent = new Sent();
        using var handler = new PlaceHandler(first) { InnerHandler = sent };
        using var client = new HttpClient(handler) { BaseAddress = new Uri("http://localhost/") };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.PutAsync(new Uri("restapis/abc", UriKind.Relative), null, Cancelled));
        using var read = await client.GetAsync(new Uri("restapis/abc", UriKind.Relative), Cancelled);

        Assert.Equal([HttpMethod.Get], sent.Methods);
    }

    [Fact]
    public async Task Nothing_is_saved_by_one_whose_place_was_taken()
    {
        using var lifetime = new Lifetime();
        var first = await OvertakenAsync(lifetime);
        var options = new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite($"Data Source={Path.Combine(portal.Folder, "portal.db")}").AddInterceptors(new PlaceGuard(first, _place));
        await using var db = new SqlitePortalDb(options.Options);
        db.Add(new Team { Id = Guid.CreateVersion7(), Name = "too late" });

        await Assert.ThrowsAsync<OperationCanceledException>(() => db.SaveChangesAsync(Cancelled));

        Assert.False(await db.Set<Team>().AnyAsync(team => team.Name == "too late", Cancelled));
        Assert.True(lifetime.Of.ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public async Task Who_was_silent_and_still_has_its_place_goes_on()
    {
        var first = Another();
        await InDbAsync(db => db.Set<WorkingPortal>().ExecuteDeleteAsync(Cancelled));
        Assert.True(await first.TryTakeAsync(Cancelled));
        _time.Advance(TimeSpan.FromHours(2));
        Assert.False(_place.IsSure);

        await first.HoldAsync(Cancelled);

        Assert.True(_place.IsSure);
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
        await InDbAsync(db => db.Set<WorkingPortal>().ExecuteDeleteAsync(Cancelled));
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
        await InDbAsync(db => db.Set<WorkingPortal>().ExecuteDeleteAsync(Cancelled));
        Assert.True(await first.TryTakeAsync(Cancelled));

        await first.RoundAsync(Cancelled);
        Assert.False(lifetime.Of.ApplicationStopping.IsCancellationRequested);

        await ThereIsAsync("elsewhere", 4711, DateTimeOffset.UtcNow);
        await first.RoundAsync(Cancelled);
        Assert.True(lifetime.Of.ApplicationStopping.IsCancellationRequested);
    }

    /// <summary>One that worked, was silent, and in whose place another works by now.</summary>
    private async Task<OnePortal> OvertakenAsync(Lifetime lifetime)
    {
        var first = Another(lifetime.Of);
        await InDbAsync(db => db.Set<WorkingPortal>().ExecuteDeleteAsync(Cancelled));
        Assert.True(await first.TryTakeAsync(Cancelled));
        await ThereIsAsync("elsewhere", 4711, Now);
        _time.Advance(Lasting);

        return first;
    }

    private OnePortal Another(IHostApplicationLifetime? lifetime = null) =>
        new(portal.Services.GetRequiredService<IServiceScopeFactory>(), _place = new WorkingPlace(Options, _time), Options, _time, lifetime ?? portal.Services.GetRequiredService<IHostApplicationLifetime>(), NullLogger<OnePortal>.Instance);

    /// <summary>The portal of the fixture has written itself down at its start: another is there in its place.</summary>
    private Task ThereIsAsync(string machine, int process, DateTimeOffset seen, DateTimeOffset? started = null) => InDbAsync(db => db.Set<WorkingPortal>().ExecuteUpdateAsync(
        rows => rows.SetProperty(row => row.Holder, Guid.NewGuid()).SetProperty(row => row.Machine, machine).SetProperty(row => row.ProcessId, process).SetProperty(row => row.ProcessStartedAt, started ?? Now).SetProperty(row => row.SeenAt, seen),
        Cancelled));

    private async Task InDbAsync(Func<PortalDb, Task<int>> deed)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        Assert.Equal(1, await deed(scope.ServiceProvider.GetRequiredService<PortalDb>()));
    }

    /// <summary>The tests take its place away from the portal of the fixture, which must not look and stop before they are done.</summary>
    public sealed class Unhurried : PortalFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Database:TakeOverAfter", "01:00:00");
            builder.ConfigureTestServices(services => services.Remove(services.Single(service => service.ImplementationType == typeof(Rounds<OnePortal>))));
        }
    }

    private sealed class Sent : HttpMessageHandler
    {
        public List<HttpMethod> Methods { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Methods.Add(request.Method);

            return Task.FromResult(new HttpResponseMessage());
        }
    }

    private sealed class Lifetime : IDisposable
    {
        public ApplicationLifetime Of { get; } = new(NullLogger<ApplicationLifetime>.Instance);

        public void Dispose() => Of.StopApplication();
    }
}
