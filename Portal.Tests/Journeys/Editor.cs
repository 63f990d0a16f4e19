using Microsoft.Playwright;

namespace Portal.Tests.Journeys;

/// <summary>What a publisher does to an API's document in the browser, beside its routes: one method per deed, named for it.</summary>
public sealed class Editor(Visit visit, string api)
{
    private IPage Page => visit.Page;

    public async Task AddUserPoolAsync(string name, string pool)
    {
        await OpenAsync("security");
        await Button("Add an authorizer").ClickAsync();
        await Labelled("Name", exact: true).FillAsync(name);
        await Labelled("Cognito").CheckAsync();
        await Labelled("ARNs of the user pools").FillAsync(pool);
        await visit.PictureAsync("authorizer");
        await SaveAsync();
    }

    public async Task GuardAsync(string route, string authorizer)
    {
        await OpenAsync("security");
        await Button("Guard routes").ClickAsync();
        await Labelled("Who may call").SelectOptionAsync(new SelectOptionValue { Label = $"Whom {authorizer} lets through" });
        await Labelled(route).CheckAsync();
        await SaveAsync();
        await visit.PictureAsync("security");
    }

    public async Task AllowOnlyAsync(string range)
    {
        await OpenAsync("security");
        await Button("Add a policy").ClickAsync();
        await Labelled("Addresses and ranges").FillAsync(range);
        await Button("Write the policy").ClickAsync();
        await Assertions.Expect(Labelled("Policy", exact: true)).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(System.Text.RegularExpressions.Regex.Escape(range)));
        await visit.PictureAsync("policy");
        await SaveAsync();
        await Assertions.Expect(Button("Edit the policy")).ToBeVisibleAsync();
    }

    public async Task UndoAsync()
    {
        await Button("Undo").ClickAsync();
        await Assertions.Expect(Page.GetByText("Goes back to revision")).ToBeVisibleAsync();
    }

    public async Task AddModelAsync(string name, string wrong, string fault, string schema)
    {
        await OpenAsync("validation");
        await Button("Add a model").ClickAsync();
        await Labelled("Name", exact: true).FillAsync(name);
        await Labelled("JSON schema").FillAsync(wrong);
        await Labelled("JSON schema").BlurAsync();
        await Assertions.Expect(Page.GetByText(fault)).ToBeVisibleAsync();
        await visit.PictureAsync("model");
        await Labelled("JSON schema").FillAsync(schema);
        await SaveAsync();
    }

    public async Task CheckByDefaultAsync(string validator)
    {
        await OpenAsync("validation");
        await Button("Add a validator").ClickAsync();
        await Labelled("Name", exact: true).FillAsync(validator);
        await Labelled("Use it where a route says nothing").CheckAsync();
        await SaveAsync();
    }

    public async Task TakesAsync(string route)
    {
        await OpenAsync("validation");
        await Button($"Edit what {route} takes and gives").ClickAsync();
        await Button("Add a content type").ClickAsync();
        await visit.PictureAsync("bodies");
        await SaveAsync();
        await visit.PictureAsync("validation");
    }

    public async Task AnswerAsync(string type, string body)
    {
        await OpenAsync("responses");
        await Button($"Edit {type}").ClickAsync();
        await Button("Add an answer").ClickAsync();
        await Labelled("Answer of application/json").FillAsync(body);
        await visit.PictureAsync("response");
        await SaveAsync();
        await visit.PictureAsync("responses");
    }

    public async Task AllowBrowsersAsync(params string[] origins)
    {
        await OpenAsync("routes");
        await Button("Calls from browsers").ClickAsync();
        await Labelled("Origins").FillAsync(string.Join('\n', origins));
        await visit.PictureAsync("browsers");
        await Button("Allow").ClickAsync();
        await Assertions.Expect(Button("Allow")).ToBeHiddenAsync();
    }

    private Task OpenAsync(string tab) => visit.GoAsync($"{api}?tab={tab}");

    private async Task SaveAsync()
    {
        await Button("Save").ClickAsync();
        await Assertions.Expect(Button("Save")).ToBeHiddenAsync();
        await Assertions.Expect(Page.GetByText("Saved as revision")).ToBeVisibleAsync();
    }

    private ILocator Labelled(string label, bool exact = false) => Page.GetByRole(AriaRole.Dialog).GetByLabel(label, new() { Exact = exact });

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
