using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Portal.Server.Platform;

/// <summary>Finds the principal behind a call: of the circuit, where there is one, else of the HTTP request.</summary>
internal sealed class WhoAsks(IHttpContextAccessor http, IServiceProvider services)
{
    private bool _inCircuit;

    /// <summary>Where the call comes from; in a circuit, where it was opened from.</summary>
    public string? Address => http.HttpContext?.Connection.RemoteIpAddress?.ToString();

    public async Task<ClaimsPrincipal> PrincipalAsync() => _inCircuit
        ? (await services.GetRequiredService<AuthenticationStateProvider>().GetAuthenticationStateAsync()).User
        : http.HttpContext?.User ?? new ClaimsPrincipal();

    /// <summary>Tells the scope of a circuit that it is one: there the HTTP request is the one that opened it, and says nothing about now.</summary>
    internal sealed class CircuitMark(WhoAsks who) : CircuitHandler
    {
        public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            who._inCircuit = true;

            return Task.CompletedTask;
        }
    }
}
