using Portal.Server.Platform.Mail;

namespace Portal.Tests.Platform.Mail;

public sealed class MailOptionsTests
{
    private const string Url = "https://portal.example.com";

    private static readonly MailOptions Valid = new() { Host = "mail.example.com", From = "Portal <portal@example.com>" };

    [Fact]
    public void Without_a_host_nothing_is_asked_for() => Assert.Empty(new MailOptions().Faults(null));

    [Fact]
    public void What_is_valid_has_no_faults() => Assert.Empty(Valid.Faults(Url));

    [Fact]
    public void Links_need_a_beginning() => Assert.Contains("Portal:Url", Assert.Single(Valid.Faults(null)), StringComparison.Ordinal);

    [Fact]
    public void All_faults_are_said_at_once() => Assert.Equal(4, (Valid with { Port = 0, From = "", User = "portal" }).Faults("portal").Count());

    [Fact]
    public void A_password_does_not_travel_in_clear_text()
    {
        var open = Valid with { User = "portal", Password = "secret", Security = MailSecurity.None };

        Assert.Contains("clear text", Assert.Single(open.Faults(Url)), StringComparison.Ordinal);
        Assert.Empty((open with { Host = "127.0.0.1" }).Faults(Url));
    }
}
