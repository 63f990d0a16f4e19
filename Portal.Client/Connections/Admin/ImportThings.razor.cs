using Microsoft.AspNetCore.Components;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>What belongs to the account and Region, to be chosen for an import.</summary>
public sealed partial class ImportThings
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<FoundThingView> Things { get; set; }

    /// <summary>The paths of what is chosen.</summary>
    [Parameter, EditorRequired]
    public required HashSet<string> Chosen { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnChosen { get; set; }

    private async Task ChooseAsync(string path, bool isChosen)
    {
        _ = isChosen ? Chosen.Add(path) : Chosen.Remove(path);
        await OnChosen.InvokeAsync();
    }
}
