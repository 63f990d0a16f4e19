using System.Net;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Platform.Mail;

public sealed class ListMailsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task It_tells_what_became_of_a_mail_without_its_link()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var developer = await portal.PersonAsync(Role.Developer);
        await portal.AskAsync(new ForgotPassword(developer.Email));

        var text = await admin.Http.GetStringAsync("/api/v1/mails", TestContext.Current.CancellationToken);

        Assert.Contains("identity.password", text, StringComparison.Ordinal);
        Assert.DoesNotContain("token=", text, StringComparison.Ordinal);
        Assert.DoesNotContain(developer.Email, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_comes_in_parts()
    {
        var admin = await portal.PersonAsync(Role.Admin);

        await admin.Http.GetAsync("/api/v1/mails?take=1000", TestContext.Current.CancellationToken).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
    }
}
