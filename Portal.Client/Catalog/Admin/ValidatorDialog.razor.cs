using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Adds a request validator or changes one, and makes it the default or not. Saving makes a revision.</summary>
public sealed partial class ValidatorDialog
{
    private Draft _draft = new();

    /// <summary>What is edited.</summary>
    [Parameter, EditorRequired]
    public required int Revision { get; set; }

    /// <summary>Null adds one.</summary>
    [Parameter]
    public ValidatorView? Validator { get; set; }

    /// <summary>Whether it is the default now.</summary>
    [Parameter]
    public bool IsDefault { get; set; }

    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static Task<RevisedApi?> ShowAsync(IDialogService dialogs, Guid api, ModelsView view, ValidatorView? validator) => dialogs.OpenAsync<ValidatorDialog, RevisedApi>(
        "Request validator",
        new()
        {
            { dialog => dialog.ApiId, api },
            { dialog => dialog.Revision, view.Revision },
            { dialog => dialog.Validator, validator },
            { dialog => dialog.IsDefault, validator is not null && validator.Name == view.DefaultValidator },
        });

    protected override void OnInitialized() => _draft = Validator is null
        ? new() { Body = true, Parameters = true }
        : new() { Name = Validator.Name, Body = Validator.Body, Parameters = Validator.Parameters, IsDefault = IsDefault };

    private async Task SaveAsync()
    {
        var name = _draft.Name?.Trim() ?? "";
        RouteEdit edit = Validator is null
            ? new RouteEdit.AddValidator { Name = name, Body = _draft.Body, Parameters = _draft.Parameters }
            : new RouteEdit.ChangeValidator { Name = name, Body = _draft.Body, Parameters = _draft.Parameters };

        await SendAsync(_draft.IsDefault == IsDefault ? [edit] : [edit, new RouteEdit.SetDefaultValidator { Validator = _draft.IsDefault ? name : null }]);
    }

    private sealed class Draft
    {
        public string? Name { get; set; } = "";

        public bool Body { get; set; }

        public bool Parameters { get; set; }

        public bool IsDefault { get; set; }
    }
}
