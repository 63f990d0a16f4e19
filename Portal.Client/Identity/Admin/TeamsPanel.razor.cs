using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Admin;

/// <summary>The teams, and a line to add one.</summary>
public sealed partial class TeamsPanel
{
    private TeamDraft _draft = new();
    private FormErrors _errors = null!;
    private bool _busy;

    [PersistentState]
    public Load<Page<TeamView>>? Teams { get; set; }

    protected override async Task OnInitializedAsync() => Teams ??= await Portal.SendAsync(new ListTeams(), Leaving);

    private async Task LoadAsync() => Teams = await Portal.SendAsync(new ListTeams(), Leaving);

    private async Task CreateAsync()
    {
        _busy = true;
        switch (await Portal.SendAsync(new CreateTeam { Name = _draft.Name ?? "" }, Leaving))
        {
            case Answer<TeamView>.Given:
                _draft = new TeamDraft();
                await LoadAsync();
                break;
            case Answer<TeamView>.Refused(var refusal):
                _errors.Show(refusal);
                break;
        }

        _busy = false;
    }

    private sealed class TeamDraft
    {
        public string? Name { get; set; }
    }
}
