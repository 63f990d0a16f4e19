using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>A change as a patch, for whoever keeps the same things in files; shown at once where the portal may not write them.</summary>
public sealed partial class RunAsPatch
{
    [Parameter, EditorRequired]
    public required RunView Run { get; set; }

    [PersistentState]
    public Load<RunPatch>? Patch { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Run.OwnedBy is not null && Patch is null)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync() => Patch = await Portal.SendAsync(new GetRunPatch(Run.Id), Leaving);
}
