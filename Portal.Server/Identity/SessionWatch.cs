using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Portal.Server.Platform;

namespace Portal.Server.Identity;

/// <summary>
/// Looks every few seconds whether the person of an open circuit still is who they were: whoever was suspended, or has changed the password elsewhere, is signed out of it;
/// whoever lost a role or a team is shown what is left, without a click.
/// </summary>
internal sealed partial class SessionWatch(AuthenticationStateProvider provider, IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<SessionWatch> logger)
    : CircuitHandler, IDisposable
{
    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    // A portal that stops has nothing left to look with, and its circuits end with it.
    private readonly CancellationTokenSource _closed = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
    private readonly TimeSpan _pause = configuration.GetValue<TimeSpan?>("Sessions:CheckEvery") ?? TimeSpan.FromSeconds(10);

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _ = WatchAsync(_closed.Token);

        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken) => _closed.CancelAsync();

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_pause, clock);

        try
        {
            var (principal, known) = await LookAsync(cancellationToken);

            while (known.Roles is not Shared.Role.None && await timer.WaitForNextTickAsync(cancellationToken))
            {
                var (_, now) = await LookAsync(cancellationToken);

                if (!IsSame(known, now))
                {
                    Tell(now.Roles is Shared.Role.None ? Nobody : principal);
                }

                known = now;
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException && cancellationToken.IsCancellationRequested)
        {
            // The circuit is closed, or the portal stops.
        }
        catch (Exception exception)
        {
            // Nobody awaits this: whoever cannot be looked after any more is signed out.
            LogFailed(exception);
            Tell(Nobody);
        }
    }

    private async Task<(ClaimsPrincipal Principal, CurrentUser Person)> LookAsync(CancellationToken cancellationToken)
    {
        var principal = (await provider.GetAuthenticationStateAsync()).User;
        await using var scope = scopes.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<IPermissions>().WhoAsync(principal, cancellationToken);

        return person.Roles is not Shared.Role.None && await scope.ServiceProvider.GetRequiredService<SignInManager<User>>().ValidateSecurityStampAsync(principal) is null
            ? (principal, CurrentUser.Nobody)
            : (principal, person);
    }

    private void Tell(ClaimsPrincipal principal) => ((IHostEnvironmentAuthenticationStateProvider)provider).SetAuthenticationState(Task.FromResult(new AuthenticationState(principal)));

    private static bool IsSame(CurrentUser one, CurrentUser other) => one.Roles == other.Roles && one.Teams.Order().SequenceEqual(other.Teams.Order());

    [LoggerMessage(EventId = 2010, Level = LogLevel.Error, Message = "A session could not be watched any more, and was ended")]
    private partial void LogFailed(Exception exception);
}
