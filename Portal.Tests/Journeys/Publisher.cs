using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.Tests.Journeys;

/// <summary>What a publisher does in the browser: one method per deed, named for it.</summary>
public sealed partial class Publisher(Visit visit)
{
    public const string Email = "ada@example.com";

    private IPage Page => visit.Page;

    /// <summary>The first start of a portal: makes the administrator, who is signed in by it.</summary>
    public async Task SetUpAsync()
    {
        await Page.GotoAsync("/");
        await Assertions.Expect(Page).ToHaveURLAsync(SetupAddress());
        await Page.GetByLabel("Your name").FillAsync("Ada");
        await Page.GetByLabel("E-mail").FillAsync(Email);
        await Page.GetByLabel("Password").FillAsync(PortalFixture.Password);
        await visit.PictureAsync("setup");
        await Button("Create the administrator").ClickAsync();
        await Page.WaitForURLAsync(address => new Uri(address).AbsolutePath is "/");
    }

    public async Task SignOutAsync()
    {
        await Page.GotoAsync("/account/sign-out");
        await Button("Sign out").Last.ClickAsync();
        await Page.WaitForURLAsync(address => new Uri(address).AbsolutePath is not "/account/sign-out");
    }

    public async Task SignInAsync()
    {
        await Page.GotoAsync("/account/sign-in?returnUrl=%2Fapis");
        await Page.GetByLabel("E-mail").FillAsync(Email);
        await Page.GetByLabel("Password").FillAsync(PortalFixture.Password);
        await Button("Sign in").ClickAsync();
        await Page.WaitForURLAsync("**/apis");
    }

    /// <summary>Imports a file by the upload tab and ends on the page of the API.</summary>
    public async Task ImportAsync(string file)
    {
        await OpenAsync("/apis/import");
        await Page.GetByLabel("OpenAPI document").SetInputFilesAsync(file);
        await Assertions.Expect(Page.GetByText(Path.GetFileName(file))).ToBeVisibleAsync();
        await Button("Import").ClickAsync();
        await Page.WaitForURLAsync(OfAnApi());
    }

    public async Task DefineAsync(string name)
    {
        await OpenAsync("/apis");
        await Page.GetByRole(AriaRole.Link, new() { Name = "New API" }).First.ClickAsync();
        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await Button("Create the API").ClickAsync();
        await Page.WaitForURLAsync(OfAnApi());
    }

    /// <summary>Adds a route that a mock answers.</summary>
    public async Task AddMockAsync(string method, string path, string body, bool asksForKey = false)
    {
        await Page.GetByRole(AriaRole.Link, new() { NameRegex = Routes() }).ClickAsync();
        await Button("Add a route").First.ClickAsync();
        await Page.GetByLabel("Method", new() { Exact = true }).SelectOptionAsync(method);
        await Page.GetByLabel("Path", new() { Exact = true }).FillAsync(path);
        await Page.GetByLabel("Body").FillAsync(body);

        if (asksForKey)
        {
            await Page.GetByLabel("API key required").CheckAsync();
        }

        await SaveAsync();
        await Assertions.Expect(Button($"Edit {method} {path}")).ToBeVisibleAsync();
    }

    public async Task EditMockAsync(string method, string path, string body)
    {
        await Page.GetByRole(AriaRole.Link, new() { NameRegex = Routes() }).ClickAsync();
        await Button($"Edit {method} {path}").ClickAsync();
        await Page.GetByLabel("Body").FillAsync(body);
        await SaveAsync();
    }

    /// <summary>
    /// Settles what keeps an API from being deployed, by the buttons beside its findings: what cannot be taken is left out in one click, the backend checks what the gateway cannot,
    /// a mock answers what nothing answers.
    /// </summary>
    public async Task SettleAsync(string api)
    {
        await OpenAsync($"{api}?tab=findings");

        if (await Button("Choose what answers them").IsVisibleAsync())
        {
            await Button("Choose what answers them").ClickAsync();
            await SaveAsync();
            await Assertions.Expect(Button("Choose what answers them")).ToBeHiddenAsync();
        }

        foreach (var button in new[] { LeaveAllOut(), Open(), LeaveOut() })
        {
            while (await Settling(button).First.IsVisibleAsync())
            {
                var before = await Settling(button).CountAsync();
                await Settling(button).First.ClickAsync();
                await Assertions.Expect(Settling(button)).Not.ToHaveCountAsync(before);
            }
        }

        await Assertions.Expect(Button("Deploy")).ToBeEnabledAsync();
    }

    private ILocator Settling(Regex button) => Page.GetByRole(AriaRole.Button, new() { NameRegex = button });

    /// <summary>Proposes the latest revision for a stage, which is made if there is none, and ends on the page of the change set.</summary>
    public async Task DeployAsync()
    {
        await Button("Deploy").First.ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Preview changes" }).ClickAsync();
        await Page.WaitForURLAsync(OfARun());
        await Assertions.Expect(Button("Approve")).ToBeVisibleAsync();
    }

    /// <summary>From the page of an API: a stage at the end of its pipeline.</summary>
    public async Task AddStageAsync(string name)
    {
        await Button("Add a stage").ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await Button("Add the stage").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Article, new() { Name = $"Stage {name}" })).ToBeVisibleAsync();
    }

    /// <summary>From the page of an API: where a stage answers.</summary>
    public async Task<string> AddressOfAsync(string stage) => await Page.GetByRole(AriaRole.Article, new() { Name = $"Stage {stage}" }).Locator("code.url").InnerTextAsync();

    /// <summary>What would change, as the page says it.</summary>
    public async Task<string> ChangesAsync() => await Page.GetByRole(AriaRole.Main).InnerTextAsync();

    /// <summary>Approves the change set at hand, waits for its end, and tells where the stage answers.</summary>
    public async Task<string> ApproveAsync()
    {
        await Button("Approve").ClickAsync();
        await Button("Approve and apply").ClickAsync();
        var address = Page.GetByRole(AriaRole.Main).Locator("code.url");
        await Assertions.Expect(address).ToBeVisibleAsync(new() { Timeout = 60_000 });

        return await address.InnerTextAsync();
    }

    /// <summary>Opens a page and waits until it listens.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await Page.WaitForFunctionAsync("() => document.documentElement.dataset.interactive === 'true'");
    }

    private async Task SaveAsync()
    {
        await Button("Save").ClickAsync();
        await Assertions.Expect(Button("Save")).ToBeHiddenAsync();
    }

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    [GeneratedRegex("/setup$")]
    private static partial Regex SetupAddress();

    [GeneratedRegex("/apis/[0-9a-f-]{36}")]
    private static partial Regex OfAnApi();

    [GeneratedRegex("/runs/[0-9a-f-]{36}")]
    private static partial Regex OfARun();

    [GeneratedRegex("^Leave all [0-9]+ of these operations out$")]
    private static partial Regex LeaveAllOut();

    [GeneratedRegex("^Leave .+ out$")]
    private static partial Regex LeaveOut();

    [GeneratedRegex("^They are open, the backend checks$")]
    private static partial Regex Open();

    [GeneratedRegex("^Routes")]
    private static partial Regex Routes();
}
