using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Identity;

public sealed class GetRegistrationTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("127.0.0.1", MailWay.Mailbox)]
    [InlineData("192.0.2.7", MailWay.Administrator)]
    public async Task It_says_where_mails_are_found(string from, MailWay way)
    {
        var view = Assert.IsType<Answer<RegistrationView>.Given>(await portal.AskAsync(new GetRegistration(), from: from)).Value;

        Assert.True(view.IsOpen);
        Assert.Equal(way, view.Mails);
    }
}
