using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Account;

/// <summary>A developer makes an account. What is said afterwards is the same for every address, known or not.</summary>
public sealed partial class RegisterPage
{
    private FormErrors _errors = null!;
    private RegistrationView _view = new() { IsOpen = false, Mails = MailWay.Delivered };
    private bool _sent;

    [SupplyParameterFromForm]
    public RegisterDraft Draft { get => field ??= new(); set; }

    protected override async Task OnInitializedAsync()
    {
        if (await Portal.SendAsync(new GetSetup(), Leaving) is Answer<SetupView>.Given({ NeedsAdministrator: true }))
        {
            Navigation.NavigateTo("/setup");
        }
        else if (await Portal.SendAsync(new GetRegistration(), Leaving) is Answer<RegistrationView>.Given(var view))
        {
            _view = view;
        }
    }

    private async Task RegisterAsync()
    {
        if (await Portal.SendAsync(Draft.ToRequest(), Leaving) is Answer<Nothing>.Refused(var refusal))
        {
            _errors.Show(refusal);
        }
        else
        {
            _sent = true;
        }
    }

    public sealed class RegisterDraft
    {
        public string? DisplayName { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }

        internal Register ToRequest() => new() { DisplayName = DisplayName ?? "", Email = Email ?? "", Password = Password ?? "" };
    }
}
