using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Adds a model, or changes the schema of one as text; what is wrong is said with its line while it is typed. Saving makes a revision.</summary>
public sealed partial class ModelDialog
{
    private const string Hint = "As the document says it; API Gateway gets it in JSON schema draft 4. Another model is named by {\"$ref\": \"#/components/schemas/NAME\"}, in OpenAPI 2.0 #/definitions/NAME.";

    private const string Json = "application/json";

    private Draft _draft = new();

    /// <summary>What is edited.</summary>
    [Parameter, EditorRequired]
    public required int Revision { get; set; }

    /// <summary>Whether a model has a content type and a description of its own: in WebSocket APIs.</summary>
    [Parameter]
    public bool HasHead { get; set; }

    /// <summary>Null adds one.</summary>
    [Parameter]
    public ModelText? Model { get; set; }

    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static Task<RevisedApi?> ShowAsync(IDialogService dialogs, ApiView api, int revision, ModelText? model) => dialogs.OpenAsync<ModelDialog, RevisedApi>(
        "Model",
        new()
        {
            { dialog => dialog.ApiId, api.Id },
            { dialog => dialog.HasHead, api.Protocol is Protocol.WebSocket },
            { dialog => dialog.Revision, revision },
            { dialog => dialog.Model, model },
        },
        SideDialog.Options);

    protected override void OnInitialized()
    {
        if (Model is not null)
        {
            _draft = new() { Name = Model.Name, ContentType = Model.ContentType, Description = Model.Description ?? "", Schema = Model.Schema };
        }
    }

    private Task<ValidationResult> CheckAsync(CancellationToken cancellationToken) => Task.FromResult(new ValidationResult(
        JsonRules.FaultOf(_draft.Schema) is { } fault ? [new ValidationFailure(nameof(Draft.Schema), fault)] : []));

    private async Task SaveAsync()
    {
        var (name, schema) = (_draft.Name?.Trim() ?? "", _draft.Schema ?? "");

        await SendAsync(Model is null ? [new RouteEdit.AddModel { Name = name, Schema = schema, ContentType = ContentType, Description = Description }] : Changes(Model.Name, name, schema));
    }

    /// <summary>Null where it was left as it is.</summary>
    private string? ContentType => HasHead && (_draft.ContentType?.Trim() ?? "") is var type && type != (Model?.ContentType ?? Json) ? type : null;

    private string? Description => HasHead && (_draft.Description?.Trim() ?? "") is var said && said != (Model?.Description ?? "") ? said : null;

    /// <summary>The schema may name itself by its new name already, so that comes first.</summary>
    private RouteEdit[] Changes(string was, string name, string schema) =>
    [
        .. name == was ? Array.Empty<RouteEdit>() : [new RouteEdit.RenameModel { Name = was, To = name }],
        new RouteEdit.ChangeModel { Name = name, Schema = schema, ContentType = ContentType, Description = Description },
    ];

    private sealed class Draft
    {
        public string? Name { get; set; } = "";

        public string? ContentType { get; set; } = Json;

        public string? Description { get; set; } = "";

        public string? Schema { get; set; } = "{\n  \"type\": \"object\",\n  \"required\": [\"name\"],\n  \"properties\": {\n    \"name\": { \"type\": \"string\" }\n  }\n}";
    }
}
