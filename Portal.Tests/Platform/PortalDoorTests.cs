using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Platform;

public sealed class PortalDoorTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Fifty_requests_at_once_from_one_circuit_are_answered()
    {
        var person = await portal.PersonAsync(Role.Publisher);
        await using var circuit = portal.Services.CreateAsyncScope();
        circuit.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext
        {
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.Id.ToString())], "test")),
        };
        var door = circuit.ServiceProvider.GetRequiredService<IPortal>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => number % 2 == 0
            ? Works(door.SendAsync(new WhoAmI(), TestContext.Current.CancellationToken))
            : Works(door.SendAsync(new MakeToken { Name = $"token {number}" }, TestContext.Current.CancellationToken))));

        Assert.All(answers, Assert.True);
    }

    [Fact]
    public async Task A_stranger_learns_nothing_from_a_validation_message()
    {
        var answer = await portal.AskAsync(new MakeToken { Name = "" });

        Assert.Equal(RefusalKind.NotSignedIn, Assert.IsType<Answer<MadeToken>.Refused>(answer).Refusal.Kind);
    }

    private static async Task<bool> Works<T>(Task<Answer<T>> answer) => await answer is Answer<T>.Given;
}
