namespace Portal.Tests.Client.Identity;

/// <summary>The first start, without script.</summary>
public sealed class SetupPageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_first_visitor_is_asked_for_an_administrator()
    {
        var browser = new PlainBrowser(portal.CreateClient());
        await browser.GoAsync("/");
        Assert.Equal("/setup", browser.Path);

        // The test server knows no address of the caller, so it asks for the code.
        await browser.SendAsync("Create the administrator", ("Your name", "Ada"), ("E-mail", "ada@example.com"), ("Password", "short"), ("One-time code", "WRONG"));
        Assert.Contains("A password has at least 12 characters.", browser.Text, StringComparison.Ordinal);

        await browser.SendAsync("Create the administrator", ("Password", "correct horse battery"));
        Assert.Contains("This is not the one-time code.", browser.Text, StringComparison.Ordinal);
    }
}
