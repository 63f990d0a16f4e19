using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Portal.Shared;

namespace Portal.Client.Shell;

/// <summary>
/// What stands around every page: bar, navigation, content. Plain HTML and CSS: the menus are the browser's own popovers, so that they work without a circuit
/// and cost it nothing where there is one.
/// </summary>
public sealed partial class Frame
{
    private bool _signedIn;

    /// <summary>Whether they work on APIs here, rather than come to use them.</summary>
    private bool _works;

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Asker { get; set; }

    [Inject]
    public required NavigationManager Place { get; init; }

    [Inject]
    public required IAuthorizationService Authorization { get; init; }

    // A bare "#content" would lead to the base address.
    private string Content => $"{Place.Uri.Split('#')[0]}#content";

    protected override async Task OnParametersSetAsync()
    {
        var user = (await Asker).User;
        _signedIn = user.Identity is { IsAuthenticated: true };
        _works = _signedIn && (await Authorization.AuthorizeAsync(user, Policies.ReadCatalog)).Succeeded;
    }
}
