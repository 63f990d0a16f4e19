using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Admin;

/// <summary>Adds a person; the answer is a one-time link to hand on.</summary>
public sealed partial class NewPersonPage
{
    private readonly PersonDraft _draft = new();
    private FormErrors _errors = null!;
    private Invitation? _invitation;
    private bool _busy;

    [PersistentState]
    public Load<Page<TeamView>>? Teams { get; set; }

    [Inject]
    public required IValidator<AddPerson> Rules { get; init; }

    protected override async Task OnInitializedAsync() => Teams ??= await Portal.SendAsync(new ListTeams(), Leaving);

    private Task<ValidationResult> CheckAsync(CancellationToken cancellationToken) => Rules.ValidateAsync(_draft.ToAdd(), cancellationToken);

    private async Task AddAsync()
    {
        _busy = true;
        switch (await Portal.SendAsync(_draft.ToAdd(), Leaving))
        {
            case Answer<Invitation>.Given(var invitation):
                _invitation = invitation;
                break;
            case Answer<Invitation>.Refused(var refusal):
                _errors.Show(refusal);
                break;
        }

        _busy = false;
    }
}
