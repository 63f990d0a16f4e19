using Portal.Shared.Identity;

namespace Portal.Client.Identity.Account;

/// <summary>Signs out, by post only: a link from elsewhere must not do it. The menu of every page posts here.</summary>
public sealed partial class SignOutPage
{
    internal const string FormName = "sign-out";

    private async Task SignOutAsync()
    {
        await Portal.SendAsync(new SignOut(), Leaving);
        Navigation.NavigateTo("/account/sign-in");
    }
}
