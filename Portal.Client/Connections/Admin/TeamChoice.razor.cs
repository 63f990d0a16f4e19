using Microsoft.AspNetCore.Components;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Client.Connections.Admin;

/// <summary>Asks for the team of a change set that is nobody's by itself; of one team it is that.</summary>
public sealed partial class TeamChoice
{
    private IReadOnlyList<TeamView> _teams = [];

    [Parameter, EditorRequired]
    public required Guid Team { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<Guid> TeamChanged { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (await Portal.SendAsync(new ListTeams(), Leaving) is Answer<Page<TeamView>>.Given({ Items: [var first, ..] teams }))
        {
            _teams = teams;
            await TeamChanged.InvokeAsync(first.Id);
        }
    }

    private async Task ChooseAsync(ChangeEventArgs change)
    {
        if (Guid.TryParse(change.Value as string, out var team))
        {
            await TeamChanged.InvokeAsync(team);
        }
    }
}
