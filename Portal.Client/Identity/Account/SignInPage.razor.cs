using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Account;

/// <summary>Signs in; where the portal is new, leads to its set-up.</summary>
public sealed partial class SignInPage
{
    private const string Unconfirmed = "urn:portal:identity:unconfirmed";

    private FormErrors _errors = null!;
    private bool _open;
    private bool _unconfirmed;
    private MailWay? _sentAgain;

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    /// <summary>Whoever comes from the link of the mail.</summary>
    [SupplyParameterFromQuery]
    public string? Confirmed { get; set; }

    /// <summary>The address whose mail is to be sent again.</summary>
    [SupplyParameterFromForm]
    public string? Again { get; set; }

    [SupplyParameterFromForm]
    public SignInDraft Draft { get => field ??= new(); set; }

    protected override async Task OnInitializedAsync()
    {
        if (await Portal.SendAsync(new GetSetup(), Leaving) is Answer<SetupView>.Given({ NeedsAdministrator: true }))
        {
            Navigation.NavigateTo("/setup");
        }

        _open = await RegistrationAsync() is { IsOpen: true };
    }

    private async Task<RegistrationView?> RegistrationAsync() => await Portal.SendAsync(new GetRegistration(), Leaving) is Answer<RegistrationView>.Given(var view) ? view : null;

    private async Task SignInAsync()
    {
        if (await Portal.SendAsync(Draft.ToRequest(), Leaving) is Answer<Nothing>.Refused(var refusal))
        {
            _unconfirmed = refusal.Type is Unconfirmed;
            _errors.Show(refusal);
        }
        else
        {
            Navigation.NavigateTo(ReturnAddress.Within(ReturnUrl));
        }
    }

    private async Task SendAgainAsync()
    {
        if (await Portal.SendAsync(new SendConfirmationAgain(Again ?? ""), Leaving) is Answer<Nothing>.Refused(var refusal))
        {
            _errors.Show(refusal);
        }
        else
        {
            _sentAgain = (await RegistrationAsync())?.Mails ?? MailWay.Delivered;
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
