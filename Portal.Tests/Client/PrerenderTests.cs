using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Audit;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Tests.Client;

/// <summary>A page is prerendered, and drawn again on its circuit; what it did in its beginning would be done twice.</summary>
public sealed class PrerenderTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    // Ids in these addresses are those of nothing, and to be refused that is on the record.
    private const string Refused = "platform.refused";

    // What a developer's own pages hear of these ids.
    private const string NotFound = "urn:portal:platform:not-found";

    public static TheoryData<string> Addresses => [.. Pages.Addresses];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task To_look_at_a_page_changes_nothing(string address)
    {
        var browser = await SignedInAsync(Role.Admin);
        var before = await DeedsAsync(deed => deed.Deed != Refused);

        await browser.GoAsync(address);

        Assert.NotEqual("", browser.Heading);
        Assert.True((int)browser.Answer.StatusCode < 500, browser.Text);
        Assert.Equal(before, await DeedsAsync(deed => deed.Deed != Refused));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_for_others_asks_nothing(string address)
    {
        var browser = await SignedInAsync(Role.Developer);
        var before = await DeedsAsync(deed => deed.Detail != NotFound);

        await browser.GoAsync(address);

        Assert.NotEqual("", browser.Heading);
        Assert.Equal(before, await DeedsAsync(deed => deed.Detail != NotFound));
    }

    private async Task<PlainBrowser> SignedInAsync(Role role)
    {
        var person = await portal.PersonAsync(role);
        var browser = new PlainBrowser(portal.CreateClient());
        await browser.GoAsync("/account/sign-in");
        await browser.SendAsync("Sign in", ("E-mail", person.Email), ("Password", PortalFixture.Password));

        return browser;
    }

    private async Task<int> DeedsAsync(Expression<Func<AuditEvent, bool>> which)
    {
        await using var scope = portal.Services.CreateAsyncScope();

        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<AuditEvent>().CountAsync(which, TestContext.Current.CancellationToken);
    }
}
