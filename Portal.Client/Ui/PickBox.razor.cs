using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>Chooses one thing of a list.</summary>
public sealed partial class PickBox
{
    [Parameter, EditorRequired]
    public required string Thing { get; set; }

    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>What is chosen so far; it is changed.</summary>
    [Parameter, EditorRequired]
    public required ISet<string> Picked { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnPicked { get; set; }

    private async Task ChooseAsync(ChangeEventArgs change)
    {
        _ = change.Value is true ? Picked.Add(Thing) : Picked.Remove(Thing);
        await OnPicked.InvokeAsync();
    }
}
