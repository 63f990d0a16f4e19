using Microsoft.AspNetCore.Components;
using Portal.Shared.Identity;

namespace Portal.Client.Identity.Admin;

/// <summary>Whether a person can sign in.</summary>
public sealed partial class PersonState
{
    [Parameter, EditorRequired]
    public required PersonView Of { get; set; }
}
