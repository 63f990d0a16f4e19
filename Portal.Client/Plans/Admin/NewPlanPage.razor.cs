using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Identity;
using Portal.Shared.Plans;

namespace Portal.Client.Plans.Admin;

/// <summary>Makes a usage plan.</summary>
public sealed partial class NewPlanPage
{
    private readonly PlanDraft _draft = new();
    private PlanForm _form = null!;
    private bool _busy;

    [PersistentState]
    public Load<PlanChoices>? Choices { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Choices is null)
        {
            await LoadAsync();
        }

        TakeFirst();
    }

    private async Task LoadAsync()
    {
        var teams = await Portal.SendAsync(new ListTeams(), Leaving);
        var connections = await Portal.SendAsync(new ListConnections(), Leaving);

        // What can be written to stands first.
        Choices = teams.Then(known => connections.Then<PlanChoices>(places => new PlanChoices(known.Items, [.. places.Items.OrderByDescending(place => place.Writable)])));
        TakeFirst();
    }

    private void TakeFirst()
    {
        if (Choices is Load<PlanChoices>.Ready({ Teams: [var team, ..], Connections: [var connection, ..] }))
        {
            (_draft.TeamId, _draft.ConnectionId) = (team.Id, connection.Id);
        }
    }

    private async Task CreateAsync()
    {
        _busy = true;
        switch (await Portal.SendAsync(_draft.ToCreate(), Leaving))
        {
            case Answer<UsagePlanView>.Given({ Id: var id }):
                Navigation.NavigateTo($"plans/{id}");
                break;
            case Answer<UsagePlanView>.Refused(var refusal):
                _form.Show(refusal);
                break;
        }

        _busy = false;
    }
}

/// <summary>What a new plan can belong to.</summary>
public sealed record PlanChoices(IReadOnlyList<TeamView> Teams, IReadOnlyList<ConnectionView> Connections);
