using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Admin;

/// <summary>What one person may do: roles, teams, suspension, a new link for a lost password.</summary>
public sealed partial class PersonPage
{
    private FormErrors _errors = null!;
    private PersonDraft _draft = new();
    private Invitation? _invitation;
    private Refusal? _refused;
    private bool _saved;
    private bool _sent;
    private bool _busy;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [PersistentState]
    public Load<PersonView>? Person { get; set; }

    [PersistentState]
    public IReadOnlyList<TeamView>? Teams { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Person is null)
        {
            await LoadAsync();
        }

        Edit();
    }

    private async Task LoadAsync()
    {
        Person = await Portal.SendAsync(new GetPerson(Id), Leaving);
        Teams = await Portal.SendAsync(new ListTeams(), Leaving) is Answer<Page<TeamView>>.Given(var teams) ? teams.Items : [];
        Edit();
    }

    private void Edit()
    {
        if (Person is Load<PersonView>.Ready(var person))
        {
            _draft = PersonDraft.Of(person);
        }
    }

    private Task SaveAsync(PersonView read) => ChangeAsync(_draft.ToChange(read), _errors.Show);

    private async Task SuspendAsync(PersonView read)
    {
        var asked = read.Suspended || await Dialogs.ConfirmAsync("Suspend this person?", $"{read.DisplayName} is signed out everywhere and cannot sign in until you let them in again.", "Suspend", dangerous: true);
        if (asked)
        {
            await ChangeAsync(PersonDraft.Of(read).ToChange(read) with { Suspended = !read.Suspended }, refusal => _refused = refusal);
        }
    }

    private async Task ChangeAsync(ChangePerson request, Action<Refusal> refused)
    {
        _busy = true;
        _refused = null;
        var answer = await Portal.SendAsync(request, Leaving);
        _saved = answer is Answer<PersonView>.Given;
        _busy = false;

        if (answer is Answer<PersonView>.Refused(var refusal))
        {
            refused(refusal);
        }
        else
        {
            Person = answer;
            Edit();
        }
    }

    private async Task ConfirmAsync(PersonView read)
    {
        var answer = await Portal.SendAsync(new ConfirmPerson(read.Id), Leaving);
        _sent = false;

        if (answer is Answer<PersonView>.Refused(var refusal))
        {
            _refused = refusal;
        }
        else
        {
            Person = answer;
            Edit();
        }
    }

    private async Task SendConfirmationAsync(PersonView read)
    {
        _refused = await Portal.SendAsync(new SendConfirmation(read.Id), Leaving) is Answer<Nothing>.Refused(var refusal) ? refusal : null;
        _sent = _refused is null;
    }

    private async Task InviteAsync(PersonView read)
    {
        switch (await Portal.SendAsync(new InviteAgain(read.Id), Leaving))
        {
            case Answer<Invitation>.Given(var invitation):
                _invitation = invitation;
                break;
            case Answer<Invitation>.Refused(var refusal):
                _refused = refusal;
                break;
        }
    }
}
