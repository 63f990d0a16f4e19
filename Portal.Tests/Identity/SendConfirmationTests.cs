using System.Net;
using Portal.Shared;

namespace Portal.Tests.Identity;

public sealed class SendConfirmationTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_has_the_mail_sent_again()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await portal.SendAsync("", Registering.Given("mailed@example.com"));
        var person = await Registering.PersonOfAsync(admin, "mailed@example.com");

        using var answer = await admin.Http.PostAsync($"/api/v1/people/{person.Id}/confirmation", null, Cancelled);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(2, (await portal.LettersAsync(admin, "mailed@example.com")).Count);
    }

    [Fact]
    public async Task Who_is_confirmed_needs_none()
    {
        var admin = await portal.PersonAsync(Role.Admin);

        await admin.Http.PostAsync($"/api/v1/people/{admin.Id}/confirmation", null, Cancelled).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:identity:confirmed-already");
        await admin.Http.PostAsync($"/api/v1/people/{Guid.NewGuid()}/confirmation", null, Cancelled).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
    }
}
