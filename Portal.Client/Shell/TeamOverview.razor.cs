using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;

namespace Portal.Client.Shell;

/// <summary>For those who work on APIs: what to do first, then what was changed last, and what the portal is connected to.</summary>
public sealed partial class TeamOverview
{
    [PersistentState]
    public Load<Overview>? Seen { get; set; }

    protected override async Task OnInitializedAsync() => Seen ??= await Overview.AskAsync(Portal, Leaving);

    private async Task LoadAsync() => Seen = await Overview.AskAsync(Portal, Leaving);
}
