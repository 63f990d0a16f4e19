using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Server.Platform;
using Portal.Server.Platform.Mail;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests.Platform.Mail;

/// <summary>A portal with a mail server. Mails go when a test says so, at the time that it says.</summary>
internal sealed class MailPortal(int port, string password = SmtpListener.Password) : PortalFixture
{
    public const string Url = "https://portal.example.com";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>An administrator, and a mail that waits for somebody who registers.</summary>
    public async Task<Person> RegisterAsync(string email)
    {
        var admin = await PersonAsync(Role.Admin);
        Assert.IsType<Answer<Nothing>.Given>(await AskAsync(new Register { Email = email, DisplayName = "Grace", Password = Password }));

        return admin;
    }

    /// <param name="later">How long after now it is.</param>
    public Task<int> SendDueAsync(TimeSpan later = default) => Services.GetRequiredService<MailCarrier>().SendDueAsync(DateTimeOffset.UtcNow + later, Cancelled);

    public static async Task<MailRow> OnlyMailAsync(Person admin) => Assert.Single((await admin.Http.GetAsync<Page<MailRow>>("/api/v1/mails")).Items);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Mail:Host", "127.0.0.1");
        builder.UseSetting("Mail:Port", $"{port}");
        builder.UseSetting("Mail:Security", "None");
        builder.UseSetting("Mail:User", SmtpListener.User);
        builder.UseSetting("Mail:Password", password);
        builder.UseSetting("Mail:From", "Portal <portal@example.com>");
        builder.UseSetting("Portal:Url", Url);
        builder.ConfigureTestServices(services => services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(Rounds<MailRounds>))));
    }
}
