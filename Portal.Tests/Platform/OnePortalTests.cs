using Microsoft.EntityFrameworkCore;
using Portal.Server.Aws;
using Portal.Server.Platform;

namespace Portal.Tests.Platform;

public sealed class OnePortalTests : IDisposable
{
    private static readonly TimeSpan Lasting = PortalsOnOneDatabase.Options.TakeOverAfter;

    private readonly PortalsOnOneDatabase _on = new();

    private static DateTimeOffset Now => PortalsOnOneDatabase.Now;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_portal_waits_while_the_first_gives_signs_of_life()
    {
        await _on.ThereIsAsync("elsewhere", 4711, Now);
        var second = _on.Another();

        for (var signs = 0; signs < 5; signs++)
        {
            Assert.False(await second.TryTakeAsync(Cancelled));
            _on.Time.Advance(Lasting / 2);
            await _on.InDbAsync(db => db.Set<WorkingPortal>().ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Version, row => row.Version + 1), Cancelled));
        }
    }

    [Fact]
    public async Task It_takes_over_from_one_that_it_has_seen_silent_for_long_enough()
    {
        await _on.ThereIsAsync("elsewhere", 4711, Now);
        var second = _on.Another();
        Assert.False(await second.TryTakeAsync(Cancelled));
        _on.Time.Advance(Lasting);

        Assert.True(await second.TryTakeAsync(Cancelled));
    }

    /// <summary>As one has it that was suspended in the middle of a write.</summary>
    [Fact]
    public async Task It_waits_while_the_database_is_locked()
    {
        await _on.ThereIsAsync("elsewhere", 4711, Now);
        var second = _on.Another(wait: 1);
        Assert.False(await second.TryTakeAsync(Cancelled));
        _on.Time.Advance(Lasting);
        await using var other = _on.Unguarded();

        await using (await other.Database.BeginTransactionAsync(Cancelled))
        {
            Assert.False(await second.TryTakeAsync(Cancelled));
        }

        Assert.True(await second.TryTakeAsync(Cancelled));
    }

    /// <summary>The clocks of two machines differ, and are set.</summary>
    [Theory]
    [InlineData(-24)]
    [InlineData(24)]
    public async Task What_the_clock_says_is_nothing_to_it(int hours)
    {
        await _on.ThereIsAsync("elsewhere", 4711, Now + TimeSpan.FromHours(hours));
        var second = _on.Another();

        Assert.False(await second.TryTakeAsync(Cancelled));
        _on.Time.Advance(Lasting);
        Assert.True(await second.TryTakeAsync(Cancelled));
    }

    [Fact]
    public async Task Of_two_that_start_at_the_same_time_one_works()
    {
        var (one, two) = (_on.Another(), _on.Another());

        var taken = await Task.WhenAll(Task.Run(() => one.TryTakeAsync(Cancelled), Cancelled), Task.Run(() => two.TryTakeAsync(Cancelled), Cancelled));

        // Both are of this process, so that the second may follow the first: what must not be is that both wrote the row, or neither.
        Assert.Contains(true, taken);
        await _on.InDbAsync(db => db.Set<WorkingPortal>().CountAsync(Cancelled));
    }

    [Fact]
    public async Task A_row_that_was_lost_is_written_anew()
    {
        using var lifetime = new PortalLifetime();
        var first = _on.Another(lifetime.Of);
        Assert.True(await first.TryTakeAsync(Cancelled));
        await _on.InDbAsync(db => db.Set<WorkingPortal>().ExecuteDeleteAsync(Cancelled));

        await first.RoundAsync(Cancelled);

        Assert.False(lifetime.Of.ApplicationStopping.IsCancellationRequested);
        await _on.InDbAsync(db => db.Set<WorkingPortal>().CountAsync(Cancelled));
    }

    [Fact]
    public async Task Who_was_silent_looks_before_it_calls_and_does_not_where_another_has_taken_over()
    {
        using var lifetime = new PortalLifetime();
        var first = _on.Another(lifetime.Of);
        Assert.True(await first.TryTakeAsync(Cancelled));
        await _on.ThereIsAsync("elsewhere", 4711, Now);
        await first.HoldAsync(Cancelled); // Sure, and so it does not look.

        _on.Time.Advance(Lasting);
        await Assert.ThrowsAsync<OperationCanceledException>(() => first.HoldAsync(Cancelled));

        Assert.True(lifetime.Of.ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public async Task Nothing_that_may_write_is_sent_by_one_whose_place_was_taken()
    {
        using var lifetime = new PortalLifetime();
        var first = await OvertakenAsync(lifetime);
        using var sent = new Sent();
        using var handler = new PlaceHandler(first) { InnerHandler = sent };
        using var client = new HttpClient(handler) { BaseAddress = new Uri("http://localhost/") };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.PutAsync(new Uri("restapis/abc", UriKind.Relative), null, Cancelled));
        using var read = await client.GetAsync(new Uri("restapis/abc", UriKind.Relative), Cancelled);

        Assert.Equal([HttpMethod.Get], sent.Methods);
    }

    [Fact]
    public async Task Who_was_silent_and_still_has_its_place_goes_on()
    {
        var first = _on.Another();
        Assert.True(await first.TryTakeAsync(Cancelled));
        _on.Time.Advance(TimeSpan.FromHours(2));
        Assert.False(_on.Place.IsSure);

        await first.HoldAsync(Cancelled);

        Assert.True(_on.Place.IsSure);
    }

    [Fact]
    public async Task It_takes_over_at_once_from_a_process_of_this_machine_that_is_no_more()
    {
        // A process has this id, and was not started then.
        await _on.ThereIsAsync(Environment.MachineName, Environment.ProcessId, DateTimeOffset.UtcNow, WorkingPortal.ThisProcessStartedAt - TimeSpan.FromHours(1));

        Assert.True(await _on.Another().TryTakeAsync(Cancelled));
    }

    [Fact]
    public async Task It_takes_over_at_once_from_one_that_has_ended_by_itself()
    {
        var first = _on.Another();
        Assert.True(await first.TryTakeAsync(Cancelled));
        await first.StopAsync(Cancelled);
        await _on.InDbAsync(db => db.Set<WorkingPortal>().ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Machine, "elsewhere"), Cancelled));

        Assert.True(await _on.Another().TryTakeAsync(Cancelled));
    }

    [Fact]
    public async Task Whose_place_was_taken_stops()
    {
        using var lifetime = new PortalLifetime();
        var first = _on.Another(lifetime.Of);
        Assert.True(await first.TryTakeAsync(Cancelled));

        await first.RoundAsync(Cancelled);
        Assert.False(lifetime.Of.ApplicationStopping.IsCancellationRequested);

        await _on.ThereIsAsync("elsewhere", 4711, DateTimeOffset.UtcNow);
        await first.RoundAsync(Cancelled);
        Assert.True(lifetime.Of.ApplicationStopping.IsCancellationRequested);
    }

    /// <summary>One that worked, was silent, and in whose place another works by now.</summary>
    private async Task<OnePortal> OvertakenAsync(PortalLifetime lifetime)
    {
        var first = _on.Another(lifetime.Of);
        Assert.True(await first.TryTakeAsync(Cancelled));
        await _on.ThereIsAsync("elsewhere", 4711, Now);
        _on.Time.Advance(Lasting);

        return first;
    }

    public void Dispose() => _on.Dispose();

    private sealed class Sent : HttpMessageHandler
    {
        public List<HttpMethod> Methods { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Methods.Add(request.Method);

            return Task.FromResult(new HttpResponseMessage());
        }
    }
}
