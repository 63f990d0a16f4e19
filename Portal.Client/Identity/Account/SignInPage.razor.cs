using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Account;

/// <summary>Signs in; where the portal is new, leads to its set-up.</summary>
public sealed partial class SignInPage
{
    private FormErrors _errors = null!;

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromForm]
    public SignInDraft Draft { get => field ??= new(); set; }

    protected override async Task OnInitializedAsync()
    {
        if (await Portal.SendAsync(new GetSetup(), Leaving) is Answer<SetupView>.Given({ NeedsAdministrator: true }))
        {
            Navigation.NavigateTo("/setup");
        }
    }

    private async Task SignInAsync()
    {
        if (await Portal.SendAsync(Draft.ToRequest(), Leaving) is Answer<Nothing>.Refused(var refusal))
        {
            _errors.Show(refusal);
        }
        else
        {
            Navigation.NavigateTo(ReturnAddress.Within(ReturnUrl));
        }
    }

    public sealed class SignInDraft
    {
        public string? Email { get; set; }

        public string? Password { get; set; }

        public bool Remember { get; set; }

        internal SignIn ToRequest() => new() { Email = Email ?? "", Password = Password ?? "", Remember = Remember };
    }
}
