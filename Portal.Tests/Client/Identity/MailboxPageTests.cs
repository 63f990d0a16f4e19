using Portal.Shared;
using Portal.Tests.Platform.Mail;

namespace Portal.Tests.Client.Identity;

/// <summary>The mailbox where mails are delivered: what came of them, for an administrator.</summary>
public sealed class MailboxPageTests
{
    [Fact]
    public async Task An_administrator_sees_why_a_mail_was_given_up_and_tries_it_again()
    {
        await using var server = new SmtpListener { ToRecipient = "550 no such mailbox" };
        await using var portal = new MailPortal(server.Port);
        var admin = await portal.RegisterAsync("grace@example.com");
        await portal.SendDueAsync();
        var browser = await SignedInAsync(portal, admin);

        await browser.GoAsync("/mailbox");
        Assert.Contains("The mail server does not take mail for this person. It said: no such mailbox Tried once.", browser.Page.Body!.Words(), StringComparison.Ordinal);
        await browser.SendAsync("Try the mail to Grace again");

        Assert.Contains("Waiting", browser.Text, StringComparison.Ordinal);
        server.ToRecipient = "250 OK";
        await portal.SendDueAsync();
        await browser.GoAsync("/mailbox");
        Assert.Contains("Sent", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("token=", browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_hear_that_mails_are_delivered()
    {
        await using var server = new SmtpListener();
        await using var portal = new MailPortal(server.Port);
        await portal.RegisterAsync("grace@example.com");
        var browser = await SignedInAsync(portal, await portal.PersonAsync(Role.Developer));

        await browser.GoAsync("/mailbox");

        Assert.Contains("Mails are delivered.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_registers_is_told_to_look_into_their_mail()
    {
        await using var server = new SmtpListener();
        await using var portal = new MailPortal(server.Port);
        await portal.PersonAsync(Role.Admin);
        var browser = new PlainBrowser(portal.CreateClient());

        await browser.GoAsync("/account/register");
        await browser.SendAsync("Register", ("Your name", "Grace"), ("E-mail", "grace@example.com"), ("Password", PortalFixture.Password));

        Assert.Contains("A mail with a link is on its way", browser.Text, StringComparison.Ordinal);
    }

    private static async Task<PlainBrowser> SignedInAsync(MailPortal portal, Person person)
    {
        var browser = new PlainBrowser(portal.CreateClient());
        await browser.GoAsync("/account/sign-in");
        await browser.SendAsync("Sign in", ("E-mail", person.Email), ("Password", PortalFixture.Password));

        return browser;
    }
}
