using Bunit;
using Portal.Client.Catalog.Admin;
using Portal.Shared.Catalog;

namespace Portal.Tests.Client.Catalog.Admin;

public sealed class ApiValidationTests : ScreenContext
{
    private static readonly ModelsView View = new()
    {
        Revision = 3,
        DefaultValidator = "all",
        Validators = [new ValidatorView { Name = "all", Body = true, Parameters = true, Routes = 1, Line = 3 }],
        Models = [new ModelView { Name = "Pet", UsedBy = ["POST /pets"], Line = 9 }],
        Routes = [new RouteModelsView { Method = "POST", Path = "/pets", Validator = "all", FollowsDefault = true, Request = [new BodyModel { ContentType = "application/json", Model = "Pet" }, new BodyModel { ContentType = "text/csv", Model = null }], Answers = [] }],
    };

    public ApiValidationTests() => Portal
        .On<GetModels, ModelsView>(View)
        .On<GetModel, ModelText>(new ModelText { Name = "Pet", ContentType = "application/json", Description = null, Schema = "{}", Line = 9 })
        .On<EditRoutes, RevisedApi>(Given.Revised(4));

    [Fact]
    public void What_is_checked_is_said()
    {
        var rows = Draw().FindAll("tbody tr").Select(row => row.Words()).ToList();

        Assert.Equal(["all Default body and parameters 1 Edit Remove", "Pet POST /pets Edit Remove", "POST /pets all by default Pet, text/csv Edit"], rows);
    }

    [Fact]
    public void Where_nothing_is_checked_it_is_said_why_it_might_be()
    {
        Portal.On<GetModels, ModelsView>(View with { DefaultValidator = null, Validators = [], Models = [], Routes = [] });

        var words = Draw().Words();

        Assert.Contains("Nothing is checked yet", words, StringComparison.Ordinal);
        Assert.Contains("No models yet", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_validator_is_added_as_the_default()
    {
        var dialog = await OpenAsync("Add a validator", "Add a request validator");

        await dialog.Labelled("Name").ChangeAsync("body");
        await dialog.Labelled("Check the parameters").ChangeAsync(false);
        await dialog.Labelled("Use it where a route says nothing").ChangeAsync(true);
        await dialog.Find("form").SubmitAsync();

        Assert.Equal(
            [new RouteEdit.AddValidator { Name = "body", Body = true, Parameters = false }, new RouteEdit.SetDefaultValidator { Validator = "body" }],
            Portal.Last<EditRoutes>().Edits);
    }

    [Fact]
    public async Task A_schema_is_checked_while_it_is_typed()
    {
        var dialog = await OpenAsync("Edit Pet", "Edit Pet");

        await dialog.Labelled("JSON schema").ChangeAsync("{\n  type: 1\n}");
        await dialog.WaitForAssertionAsync(() => Assert.Contains("Line 2, column 3", dialog.Find("#field-_draft-Schema-faults, [id$=Schema-faults]").TextContent, StringComparison.Ordinal));

        await dialog.Labelled("JSON schema").ChangeAsync("{\"type\": \"object\"}");
        await dialog.Find("form").SubmitAsync();

        Assert.Equal(new RouteEdit.ChangeModel { Name = "Pet", Schema = "{\"type\": \"object\"}" }, Assert.Single(Portal.Last<EditRoutes>().Edits));
    }

    [Fact]
    public async Task Who_uses_a_model_is_said_before_it_goes()
    {
        var dialogs = DrawDialogs();

        _ = Draw(Given.Api() with { Protocol = Protocol.WebSocket }).Named("Remove Pet").ClickAsync();

        await dialogs.WaitForAssertionAsync(() => Assert.Contains("Pet is used by POST /pets. Let these use another first.", dialogs.Words(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_of_messages_has_a_content_type_and_a_description()
    {
        var dialog = await OpenAsync("Edit Pet", "Edit Pet", Given.Api() with { Protocol = Protocol.WebSocket });

        await dialog.Labelled("Content type").ChangeAsync("text/json");
        await dialog.Labelled("Description").ChangeAsync("One pet.");
        await dialog.Find("form").SubmitAsync();

        Assert.Equal(new RouteEdit.ChangeModel { Name = "Pet", Schema = "{}", ContentType = "text/json", Description = "One pet." }, Assert.Single(Portal.Last<EditRoutes>().Edits));
    }

    [Fact]
    public async Task Only_the_side_that_was_changed_is_said()
    {
        var dialog = await OpenAsync("Edit what POST /pets takes and gives", "What POST /pets takes and gives");

        await dialog.Named("Add an answer").ClickAsync();
        await dialog.Find("form").SubmitAsync();

        var set = Assert.IsType<RouteEdit.SetModels>(Assert.Single(Portal.Last<EditRoutes>().Edits));
        Assert.Null(set.Request);
        Assert.Equal([new AnswerModel { Status = "200", ContentType = "application/json", Model = "Pet" }], set.Answers);
    }

    private IRenderedComponent<ApiValidation> Draw(ApiView? api = null) => Render<ApiValidation>(parameters => parameters.Add(page => page.Api, api ?? Given.Api()).Add(page => page.OnRevised, _ => { }));

    private async Task<IRenderedComponent<MudBlazor.MudDialogProvider>> OpenAsync(string button, string title, ApiView? api = null)
    {
        var dialogs = DrawDialogs();
        _ = Draw(api).Named(button).ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Equal(title, dialogs.Find("h2").TextContent));

        return dialogs;
    }
}
