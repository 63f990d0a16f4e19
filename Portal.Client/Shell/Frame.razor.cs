using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Portal.Client.Shell;

/// <summary>
/// What stands around every page: bar, navigation, content. Plain HTML and CSS: the menus are the browser's own popovers, so that they work without a circuit
/// and cost it nothing where there is one.
/// </summary>
public sealed partial class Frame
{
    private bool _signedIn;

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Asker { get; set; }

    [Inject]
    public required NavigationManager Place { get; init; }

    // A bare "#content" would lead to the base address.
    private string Content => $"{Place.Uri.Split('#')[0]}#content";

    protected override async Task OnParametersSetAsync() => _signedIn = (await Asker).User.Identity is { IsAuthenticated: true };
}
