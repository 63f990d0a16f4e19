using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Account;

/// <summary>The first start: makes the administrator. Afterwards it leads to the sign-in.</summary>
public sealed partial class SetupPage
{
    private FormErrors _errors = null!;
    private bool _needsCode;

    [SupplyParameterFromForm]
    public SetupDraft Draft { get => field ??= new(); set; }

    protected override async Task OnInitializedAsync()
    {
        var setup = await Portal.SendAsync(new GetSetup(), Leaving);
        _needsCode = setup is Answer<SetupView>.Given({ NeedsCode: true });
        if (setup is Answer<SetupView>.Given({ NeedsAdministrator: false }))
        {
            Navigation.NavigateTo("/account/sign-in");
        }
    }

    private async Task CreateAsync()
    {
        if (await Portal.SendAsync(Draft.ToRequest(), Leaving) is Answer<Nothing>.Refused(var refusal))
        {
            _errors.Show(refusal);
        }
        else
        {
            Navigation.NavigateTo("/");
        }
    }

    public sealed class SetupDraft
    {
        public string? DisplayName { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }

        public string? Code { get; set; }

        internal CreateAdministrator ToRequest() => new() { DisplayName = DisplayName ?? "", Email = Email ?? "", Password = Password ?? "", Code = Code };
    }
}
