using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;

namespace Portal.Client.Shell;

/// <summary>Leads through the whole story once, and says how far it has come.</summary>
public sealed partial class FirstStepsPage
{
    [PersistentState]
    public Load<FirstSteps>? Steps { get; set; }

    protected override async Task OnInitializedAsync() => Steps ??= await Portal.SendAsync(new GetFirstSteps(), Leaving);

    private async Task LoadAsync() => Steps = await Portal.SendAsync(new GetFirstSteps(), Leaving);
}
