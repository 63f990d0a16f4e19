using System.Net;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Identity;

public sealed class ConfirmPersonTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task An_administrator_vouches_for_an_address()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await portal.SendAsync("", Registering.Given("vouched@example.com"));
        var person = await Registering.PersonOfAsync(admin, "vouched@example.com");

        var confirmed = await admin.Http.PostAsync<PersonView>($"/api/v1/people/{person.Id}/confirm", new { }, HttpStatusCode.OK);

        Assert.True(confirmed.Confirmed);
        Assert.Null(await portal.SignInAsync("vouched@example.com"));
        Assert.Empty(await portal.LettersAsync(admin, "vouched@example.com"));
    }
}
