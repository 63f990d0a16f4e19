using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What a revision checks of calls: request validators, models, and the bodies of each route. Each change makes a revision.</summary>
public sealed partial class ApiValidation
{
    private const int Shown = 3;

    private Load<ModelsView>? _models;
    private Refusal? _refusal;

    private static string Checks(ValidatorView validator) => (validator.Body, validator.Parameters) switch
    {
        (true, true) => "body and parameters",
        (true, false) => "body",
        (false, true) => "parameters",
        (false, false) => "nothing",
    };

    private static string Few(IReadOnlyList<string> names) => names.Count > Shown ? $"{string.Join(", ", names.Take(Shown))} and {names.Count - Shown} more" : string.Join(", ", names);

    protected override async Task LoadAsync() => _models = await Portal.SendAsync(new GetModels(Api.Id, Number), Leaving);

    private async Task EditAsync(ModelsView view, ValidatorView? validator) => await TellAsync(await ValidatorDialog.ShowAsync(Dialogs, Api.Id, view, validator));

    private async Task EditAsync(ModelsView view, RouteModelsView route) => await TellAsync(await RouteModelsDialog.ShowAsync(Dialogs, Api.Id, view, route));

    private async Task EditAsync(ModelsView view, ModelView? model)
    {
        ModelText? text = null;
        _refusal = null;

        if (model is not null)
        {
            switch (await Portal.SendAsync(new GetModel(Api.Id, model.Name, view.Revision), Leaving))
            {
                case Answer<ModelText>.Given(var given):
                    text = given;
                    break;
                case Answer<ModelText>.Refused(var refusal):
                    _refusal = refusal;
                    return;
            }
        }

        await TellAsync(await ModelDialog.ShowAsync(Dialogs, Api, view.Revision, text));
    }

    private Task RemoveAsync(ModelsView view, ValidatorView validator) =>
        RemoveAsync(view, "Remove the validator?", validator.Name, new RouteEdit.RemoveValidator { Name = validator.Name });

    /// <summary>Who uses it is said first: such a one stays.</summary>
    private async Task RemoveAsync(ModelsView view, ModelView model)
    {
        if (model.UsedBy is [_, ..])
        {
            await Dialogs.ShowMessageBoxAsync("The model is in use", $"{model.Name} is used by {string.Join(", ", Users(model))}. Let these use another first.");
            return;
        }

        await RemoveAsync(view, "Remove the model?", $"Nothing uses {model.Name}. It", new RouteEdit.RemoveModel { Name = model.Name });
    }

    private string[] Users(ModelView model) => [.. model.UsedBy.Select(user => Api.Protocol.RouteWord(user))];

    private async Task RemoveAsync(ModelsView view, string title, string name, RouteEdit edit) =>
        await TellAsync(await Dialogs.RemoveAsync(Portal, Api.Id, view.Revision, title, $"{name} is taken out of the document, in a new revision.", edit, Leaving));
}
