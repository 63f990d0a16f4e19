using Microsoft.AspNetCore.Components;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Admin;

/// <summary>A one-time link, for the administrator to hand on.</summary>
public sealed partial class InvitationPanel
{
    [Parameter, EditorRequired]
    public required Invitation Invitation { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private string Link => Navigation.ToAbsoluteUri(Invitation.Path.TrimStart('/')).ToString();
}
