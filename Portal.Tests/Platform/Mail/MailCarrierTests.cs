using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Portal.Server.Platform.Mail;
using Portal.Shared;

namespace Portal.Tests.Platform.Mail;

/// <summary>Mails go over a real connection to a small mail server.</summary>
public sealed partial class MailCarrierTests
{
    private const string Email = "grace@example.com";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_sent_once_with_a_link_that_begins_with_the_portals_address()
    {
        await using var server = new SmtpListener();
        await using var portal = new MailPortal(server.Port);
        var admin = await portal.RegisterAsync(Email);

        await portal.SendDueAsync();
        await portal.SendDueAsync(TimeSpan.FromDays(1));

        var mail = Read(Assert.Single(server.Mails));
        Assert.Equal("Confirm your address", mail.Subject);
        Assert.Equal(Email, Assert.IsType<MailboxAddress>(Assert.Single(mail.To)).Address);
        Assert.Matches(Link(), mail.TextBody);
        Assert.Equal(MailState.Sent, (await MailPortal.OnlyMailAsync(admin)).State);
    }

    [Fact]
    public async Task A_wrong_password_is_said_to_the_administrator()
    {
        await using var server = new SmtpListener();
        await using var portal = new MailPortal(server.Port, "another password");
        var admin = await portal.RegisterAsync(Email);

        await portal.SendDueAsync();

        var mail = await MailPortal.OnlyMailAsync(admin);
        Assert.Equal(MailState.Waiting, mail.State);
        Assert.StartsWith("The mail server does not accept the user or the password: look at Mail:User and Mail:Password.", mail.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("another password", mail.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_recipient_is_given_up_until_an_administrator_tries_again()
    {
        await using var server = new SmtpListener { ToRecipient = $"550 no mailbox {Email} here" };
        await using var portal = new MailPortal(server.Port);
        var admin = await portal.RegisterAsync(Email);

        await portal.SendDueAsync();
        var refused = await MailPortal.OnlyMailAsync(admin);
        server.ToRecipient = "250 OK";
        await admin.Http.PostAsync($"/api/v1/mails/{refused.Id}/retry", null, Cancelled);
        await portal.SendDueAsync();

        Assert.Equal(MailState.Failed, refused.State);
        Assert.Equal("The mail server does not take mail for this person. It said: no mailbox (the address) here", refused.Why);
        Assert.Single(server.Mails);
        await admin.Http.PostAsync($"/api/v1/mails/{refused.Id}/retry", null, Cancelled).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:platform:mail-not-failed");
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_with_growing_waits_and_then_given_up()
    {
        // A port that is taken, and where nobody listens.
        using var taken = new Socket(SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;
        await using var portal = new MailPortal(port);
        var admin = await portal.RegisterAsync(Email);
        List<DateTimeOffset> due = [];

        while (await portal.SendDueAsync(due is [] ? default : due[^1] - DateTimeOffset.UtcNow + TimeSpan.FromSeconds(1)) is 1 && await MailPortal.OnlyMailAsync(admin) is { NextTryAt: { } next })
        {
            due.Add(next);
        }

        var waits = due.Zip(due.Skip(1), (one, other) => other - one).ToList();
        Assert.Equal(6, due.Count);
        Assert.Equal(waits.Order(), waits);
        var mail = await MailPortal.OnlyMailAsync(admin);
        Assert.Equal((MailState.Failed, 7, $"The mail server 127.0.0.1:{port} does not answer."), (mail.State, mail.Tries, mail.Why));
    }

    [Fact]
    public async Task A_mail_that_waited_for_days_is_not_sent()
    {
        await using var server = new SmtpListener();
        await using var portal = new MailPortal(server.Port);
        var admin = await portal.RegisterAsync(Email);

        await portal.SendDueAsync(TimeSpan.FromDays(3));

        Assert.Equal(MailState.Failed, (await MailPortal.OnlyMailAsync(admin)).State);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_mail_that_nobody_needs_any_more_is_not_sent()
    {
        await using var server = new SmtpListener();
        await using var portal = new MailPortal(server.Port);
        var admin = await portal.RegisterAsync(Email);
        using var confirmed = await admin.Http.PostAsync($"/api/v1/people/{(await MailPortal.OnlyMailAsync(admin)).PersonId}/confirm", null, Cancelled);

        await portal.SendDueAsync();

        Assert.Equal(MailState.Void, (await MailPortal.OnlyMailAsync(admin)).State);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task Two_who_send_at_once_send_it_once()
    {
        await using var server = new SmtpListener();
        await using var portal = new MailPortal(server.Port);
        await portal.RegisterAsync(Email);
        var carrier = portal.Services.GetRequiredService<MailCarrier>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => carrier.SendDueAsync(DateTimeOffset.UtcNow, Cancelled), Cancelled)));

        Assert.Single(server.Mails);
    }

    private static MimeMessage Read(string mail)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail));

        return MimeMessage.Load(stream, Cancelled);
    }

    [GeneratedRegex(@"https://portal\.example\.com/account/confirm\?person=[0-9a-f-]{36}&token=\S+")]
    private static partial Regex Link();
}
