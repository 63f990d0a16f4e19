using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Account;

/// <summary>Who one is to the portal, and one's password.</summary>
public sealed partial class AccountPage
{
    private FormErrors _errors = null!;
    private Load<PersonView>? _me;
    private bool _changed;

    [SupplyParameterFromForm]
    public PasswordDraft Draft { get => field ??= new(); set; }

    protected override async Task OnInitializedAsync() => _me = await Portal.SendAsync(new WhoAmI(), Leaving);

    private async Task ChangeAsync()
    {
        var request = new ChangePassword { Current = Draft.Current ?? "", New = Draft.New ?? "" };
        if (await Portal.SendAsync(request, Leaving) is Answer<Nothing>.Refused(var refusal))
        {
            _errors.Show(refusal);
        }
        else
        {
            _changed = true;
        }
    }

    public sealed class PasswordDraft
    {
        public string? Current { get; set; }

        public string? New { get; set; }
    }
}
