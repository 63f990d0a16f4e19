using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Connections;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Platform.Mail;

public sealed class OpenMailboxTests
{
    [Fact]
    public async Task Without_signing_in_it_opens_on_the_machine_itself_alone()
    {
        await using var portal = new PortalFixture();
        await portal.PersonAsync(Role.Admin);

        Assert.IsType<Answer<Mailbox>.Given>(await portal.AskAsync(new OpenMailbox()));
        Assert.Equal("urn:portal:platform:mailbox-closed", Refused(await portal.AskAsync(new OpenMailbox(), from: "192.0.2.7")));
    }

    [Fact]
    public async Task With_a_connection_to_AWS_it_is_for_administrators()
    {
        await using var portal = new PortalFixture();
        var admin = await portal.PersonAsync(Role.Admin);
        await portal.AddConnectionAsync();

        Assert.Equal("urn:portal:platform:mailbox-closed", Refused(await portal.AskAsync(new OpenMailbox())));
        Assert.IsType<Answer<Mailbox>.Given>(await portal.AskAsync(new OpenMailbox(), admin.Id, "192.0.2.7"));
    }

    [Theory]
    [InlineData(Role.Publisher)]
    [InlineData(Role.Developer)]
    public async Task It_is_for_nobody_else_who_is_signed_in(Role role)
    {
        await using var portal = new PortalFixture();
        var person = await portal.PersonAsync(role);

        Assert.Equal("urn:portal:platform:mailbox-closed", Refused(await portal.AskAsync(new OpenMailbox(), person.Id)));
    }

    [Fact]
    public async Task Letters_to_staff_are_for_administrators()
    {
        await using var portal = new PortalFixture();
        var admin = await portal.PersonAsync(Role.Admin);
        await portal.AskAsync(new ForgotPassword(admin.Email));

        Assert.Empty(Given(await portal.AskAsync(new OpenMailbox())).Letters);
        Assert.Equal(admin.Email, Assert.Single(Given(await portal.AskAsync(new OpenMailbox(), admin.Id)).Letters).To);
    }

    [Fact]
    public async Task Where_mails_are_delivered_it_shows_none()
    {
        await using var server = new SmtpListener();
        await using var portal = new MailPortal(server.Port);
        var admin = await portal.RegisterAsync("grace@example.com");

        await admin.Http.GetAsync("/api/v1/mailbox", TestContext.Current.CancellationToken).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:platform:mail-is-delivered");
    }

    private static string Refused(Answer<Mailbox> answer) => Assert.IsType<Answer<Mailbox>.Refused>(answer).Refusal.Type;

    private static Mailbox Given(Answer<Mailbox> answer) => Assert.IsType<Answer<Mailbox>.Given>(answer).Value;
}

file static class Elsewhere
{
    public static async Task AddConnectionAsync(this PortalFixture portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Add(new Connection { Id = Guid.NewGuid(), Name = "AWS", Region = "eu-west-1", RoleArn = null, ServiceUrl = null, IsSandbox = false, Writable = false, CreatedAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
