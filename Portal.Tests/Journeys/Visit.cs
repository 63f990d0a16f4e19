using Microsoft.Playwright;

namespace Portal.Tests.Journeys;

/// <summary>One person's browser, open at the portal.</summary>
public sealed class Visit(string name, IPage page)
{
    internal static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "browser");

    private readonly List<string> _complaints = Listen(page);

    public IPage Page => page;

    /// <summary>What the browser's console complained of: errors of scripts and of the content security policy.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Opens a page and waits until it answers: until its circuit runs, where it has one.</summary>
    public async Task GoAsync(string path)
    {
        await page.GotoAsync(path);
        await ReadyAsync();
    }

    public async Task SignInAsync(string email, string password = PortalFixture.Password)
    {
        await GoAsync("/account/sign-in");
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync("**/");
        await ReadyAsync();
    }

    /// <summary>Leaves a picture in artifacts/browser, for looking at.</summary>
    public async Task PictureAsync(string title)
    {
        Directory.CreateDirectory(Folder);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}-{title}.png"), FullPage = true });
    }

    private async Task ReadyAsync()
    {
        if (await page.Locator("script[src*='blazor.web']").CountAsync() > 0)
        {
            await page.Locator("html[data-interactive='true']").WaitForAsync();
        }
    }

    private static List<string> Listen(IPage page)
    {
        var complaints = new List<string>();

        page.Console += (_, message) =>
        {
            if (message.Type is "error")
            {
                complaints.Add(message.Text);
            }
        };

        page.PageError += (_, error) => complaints.Add(error);

        return complaints;
    }
}
