using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Account;

/// <summary>Asks for a link to choose a new password. It says the same for every address.</summary>
public sealed partial class ForgotPage
{
    private FormErrors _errors = null!;
    private MailWay _way;
    private bool _sent;

    [SupplyParameterFromForm]
    public AddressDraft Draft { get => field ??= new(); set; }

    private async Task SendAsync()
    {
        if (await Portal.SendAsync(new ForgotPassword(Draft.Email ?? ""), Leaving) is Answer<Nothing>.Refused(var refusal))
        {
            _errors.Show(refusal);
        }
        else
        {
            _way = await Portal.SendAsync(new GetRegistration(), Leaving) is Answer<RegistrationView>.Given(var view) ? view.Mails : MailWay.Delivered;
            _sent = true;
        }
    }
}
