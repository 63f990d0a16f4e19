using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Portal.Server.Identity;
using Portal.Shared;

namespace Portal.Tests.Identity;

public sealed class SessionWatchStopTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>There is nothing left to look with then: each page that is open would leave errors in the log of each stop.</summary>
    [Fact]
    public async Task A_portal_that_stops_looks_after_no_session_any_more()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var person = await portal.PersonAsync(Role.Publisher);
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync((await scope.ServiceProvider.GetRequiredService<UserManager<User>>().FindByIdAsync(person.Id.ToString()))!);
        var time = new FakeTimeProvider();
        var (stopped, running) = (new Session(principal), new Session(principal));
        var (stops, runs) = (new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance), new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance));
        using var first = Watch(stopped, time, stops);
        using var second = Watch(running, time, runs);
        await first.OnCircuitOpenedAsync(null!, Cancelled);
        await second.OnCircuitOpenedAsync(null!, Cancelled);

        stops.StopApplication();

        while (running.Looks < 4)
        {
            Cancelled.ThrowIfCancellationRequested();
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        Assert.Equal((1, 0), (stopped.Looks, stopped.Told));
        Assert.Equal(0, running.Told);
    }

    private SessionWatch Watch(Session session, TimeProvider time, ApplicationLifetime lifetime) =>
        new(session, portal.Services.GetRequiredService<IServiceScopeFactory>(), portal.Services.GetRequiredService<IConfiguration>(), time, lifetime, NullLogger<SessionWatch>.Instance);

    /// <summary>Of a circuit: counts how often it is asked who is there, and how often it is told.</summary>
    private sealed class Session(ClaimsPrincipal person) : AuthenticationStateProvider, IHostEnvironmentAuthenticationStateProvider
    {
        private int _looks;

        public int Looks => Volatile.Read(ref _looks);

        public int Told { get; private set; }

        public override Task<AuthenticationState> GetAuthenticationStateAsync()
        {
            Interlocked.Increment(ref _looks);

            return Task.FromResult(new AuthenticationState(person));
        }

        public void SetAuthenticationState(Task<AuthenticationState> authenticationStateTask) => Told++;
    }
}
