using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Account;

/// <summary>Where a one-time link leads: its owner chooses a password. The link itself is the proof; nobody is signed in yet.</summary>
public sealed partial class InvitationPage
{
    private FormErrors _errors = null!;

    [SupplyParameterFromQuery]
    public Guid Person { get; set; }

    [SupplyParameterFromQuery]
    public string? Token { get; set; }

    [SupplyParameterFromForm]
    public PasswordDraft Draft { get => field ??= new(); set; }

    private async Task AcceptAsync()
    {
        var request = new AcceptInvitation { Person = Person, Token = Token ?? "", Password = Draft.Password ?? "" };
        if (await Portal.SendAsync(request, Leaving) is Answer<Nothing>.Refused(var refusal))
        {
            _errors.Show(refusal);
        }
        else
        {
            Navigation.NavigateTo("/");
        }
    }

    public sealed class PasswordDraft
    {
        public string? Password { get; set; }
    }
}
