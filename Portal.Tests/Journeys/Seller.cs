using Microsoft.Playwright;

namespace Portal.Tests.Journeys;

/// <summary>What a publisher does in the browser to sell an API: plans, and the way into the catalog.</summary>
internal sealed class Seller(Visit visit)
{
    private IPage Page => visit.Page;

    /// <summary>Makes a plan with a monthly quota and these stages, and ends on its page.</summary>
    public async Task MakePlanAsync(string name, int quota, params string[] stages)
    {
        await visit.GoAsync("/plans");
        await Page.GetByRole(AriaRole.Link, new() { Name = "New plan" }).First.ClickAsync();
        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await Page.GetByLabel("Requests per second").FillAsync("50");
        await Page.GetByLabel("Burst").FillAsync("100");
        await Page.GetByLabel("Limit how often a key may call").CheckAsync();
        await Page.GetByLabel("Requests", new() { Exact = true }).FillAsync($"{quota}");
        await Page.GetByLabel("Per", new() { Exact = true }).SelectOptionAsync("Month");
        await AddAsync(stages);
        await visit.PictureAsync("plan");
        await SaveAsync("Create the plan");
    }

    /// <summary>From the page of a plan: another quota, and further stages.</summary>
    public async Task ChangePlanAsync(int quota, params string[] stages)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await Page.GetByLabel("Requests", new() { Exact = true }).FillAsync($"{quota}");
        await AddAsync(stages);
        await SaveAsync("Save");
    }

    /// <summary>From the page of a plan: brings it to AWS, and comes back to it.</summary>
    public async Task ApplyAsync()
    {
        var plan = new Uri(Page.Url).AbsolutePath;
        await Page.GetByRole(AriaRole.Button, new() { Name = "Preview changes" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Approve and apply" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("what AWS holds now is as approved")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await visit.GoAsync(plan);
    }

    /// <summary>From the page of a plan: whoever sees its APIs may have a key at once.</summary>
    public async Task OfferAsync()
    {
        await Page.GetByLabel("Offer it").SelectOptionAsync("Open");
        await Assertions.Expect(Page.GetByRole(AriaRole.Region, new() { Name = "For developers" }).GetByRole(AriaRole.Status)).ToContainTextAsync("have a key at once");
    }

    /// <summary>From the page of an API: developers see it.</summary>
    public async Task PublishAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Published.")).ToBeVisibleAsync();
    }

    private async Task AddAsync(string[] stages)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add a stage" }).ClickAsync();

        foreach (var stage in stages)
        {
            await Page.GetByRole(AriaRole.Button, new() { Name = $"Add {stage}", Exact = true }).ClickAsync();
            await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = $"Take out {stage}" })).ToBeVisibleAsync();
        }
    }

    private async Task SaveAsync(string verb)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = verb, Exact = true }).ClickAsync();
        await Page.WaitForURLAsync(address => Guid.TryParse(new Uri(address).Segments[^1], out _));
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "For developers" })).ToBeVisibleAsync();
    }
}
