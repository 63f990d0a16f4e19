using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Portal.Shared;
using Portal.Shared.Keys;
using Portal.Tests.Client;

namespace Portal.Tests.Keys;

/// <summary>
/// After 200 keys no value of one is in any file of the portal, in its log at its most talkative, or on any page but the one that showed it.
/// The sandbox's own folder is left out: it stands for AWS, which holds them.
/// </summary>
public sealed class NoSecretsAtRestTests
{
    private const int Keys = 200;
    private const int PerDeveloper = 20;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_value_is_anywhere()
    {
        await using var portal = new TalkativePortal();
        await portal.InitializeAsync();
        List<string> values = [];
        Person developer = null!;

        while (values.Count < Keys)
        {
            developer = await portal.DeveloperAsync();
            values.AddRange(await LiveAsync(portal, developer));
        }

        Assert.All(await FilesAsync(portal.Folder), file => AssertAbsent(values, file.Name, file.Text));
        AssertAbsent(values, "the log", portal.Log);
        AssertAbsent(values, "a page", await PagesAsync(portal, developer, "/apps"));
        AssertAbsent(values, "a page of an administrator", await PagesAsync(portal, await portal.PersonAsync(Role.Admin | Role.Auditor), [.. Pages.Addresses]));
    }

    /// <summary>Some are rotated, some revoked, some looked for, some refused: all that is done with keys.</summary>
    private static async Task<IReadOnlyList<string>> LiveAsync(KeysPortal portal, Person developer)
    {
        List<string> values = [];

        while (values.Count < PerDeveloper)
        {
            var key = await portal.RequestAsync(developer, app: $"Needle {values.Count}");
            values.Add(key.Value!);

            if (values.Count % 5 is 1)
            {
                await portal.TryRequestAsync(developer, app: key.App).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:keys:has-key");
                values.Add((await KeysPortal.RotateAsync(developer, key.Key)).Value);
                Assert.Equal(key.Key.Id, (await portal.Publisher.Http.PostAsync<ApiKeyRow>("/api/v1/keys/find", new { value = key.Value }, HttpStatusCode.OK)).Id);
                await KeysPortal.RevokeAsync(developer, key.Key);
            }
        }

        return values;
    }

    private static async Task<IReadOnlyList<(string Name, string Text)>> FilesAsync(string folder)
    {
        var files = await EveryWord.FilesAsync(folder, Cancelled);

        // What was certainly written is seen, or the search would prove nothing.
        Assert.Contains(files, file => file.Text.Contains("Needle 7", StringComparison.Ordinal));

        return files;
    }

    private static async Task<string> PagesAsync(PortalFixture portal, Person person, params string[] addresses)
    {
        var browser = new PlainBrowser(portal.CreateClient());
        await browser.GoAsync("/account/sign-in");
        await browser.SendAsync("Sign in", ("E-mail", person.Email), ("Password", PortalFixture.Password));
        var pages = new StringBuilder();

        foreach (var address in addresses)
        {
            await browser.GoAsync(address);
            pages.Append(browser.Page.DocumentElement.OuterHtml);
        }

        foreach (var app in browser.Page.QuerySelectorAll("a[href^='apps/']").Select(link => link.GetAttribute("href")).ToList())
        {
            await browser.GoAsync($"/{app}");
            pages.Append(browser.Page.DocumentElement.OuterHtml);
        }

        return pages.ToString();
    }

    private static void AssertAbsent(List<string> values, string where, string text) =>
        Assert.All(values, value => Assert.False(text.Contains(value, StringComparison.Ordinal), $"A key's value is in {where}."));

    /// <summary>A portal that says everything it can say.</summary>
    private sealed class TalkativePortal : KeysPortal
    {
        private readonly EveryWord _said = new();

        public string Log => _said.Text;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            _said.Hear(builder);
        }
    }
}
