using System.Net;
using Portal.Shared;

namespace Portal.Tests.Platform.Mail;

public sealed class RetryMailTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_mail_that_is_not_there_is_not_found()
    {
        var admin = await portal.PersonAsync(Role.Admin);

        await admin.Http.PostAsync($"/api/v1/mails/{Guid.NewGuid()}/retry", null, TestContext.Current.CancellationToken).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
    }
}
