using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;

namespace Portal.Client.Stages.Admin;

/// <summary>Asks where a revision shall run, and leads to its change set.</summary>
public sealed partial class DeployDialog
{
    private bool _busy;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Guid ApiId { get; set; }

    [Parameter, EditorRequired]
    public required string ApiName { get; set; }

    [Parameter, EditorRequired]
    public required int Revision { get; set; }

    /// <summary>The stage that is proposed; null proposes the first, or a new one.</summary>
    [Parameter]
    public Guid? Stage { get; set; }

    public static async Task ShowAsync(IDialogService dialogs, Guid api, string name, int revision, Guid? stage = null)
    {
        var parameters = new DialogParameters<DeployDialog>
        {
            { dialog => dialog.ApiId, api },
            { dialog => dialog.ApiName, name },
            { dialog => dialog.Revision, revision },
            { dialog => dialog.Stage, stage },
        };

        await dialogs.ShowAsync<DeployDialog>("Deploy", parameters, Opening.Small);
    }
}
