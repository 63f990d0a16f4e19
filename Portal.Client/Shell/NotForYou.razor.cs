using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Portal.Client.Shell;

/// <summary>Instead of a page that one may not see: to the sign-in where nobody is signed in, else a sentence.</summary>
public sealed partial class NotForYou
{
    private bool _signedIn;

    [CascadingParameter]
    public required Task<AuthenticationState> Asker { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _signedIn = (await Asker).User.Identity is { IsAuthenticated: true };
        if (!_signedIn)
        {
            var here = Navigation.ToBaseRelativePath(Navigation.Uri);
            Navigation.NavigateTo($"account/sign-in?returnUrl={Uri.EscapeDataString($"/{here}")}", forceLoad: true);
        }
    }
}
