using Microsoft.AspNetCore.Components;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Client.Shell;

/// <summary>Who is signed in, and what is theirs: account, tokens, theme, the way out.</summary>
public sealed partial class PersonMenu
{
    /// <summary>Null where the portal does not know them any more: suspended, with a cookie that is not yet void. The way out is there still.</summary>
    [PersistentState]
    public string? Name { get; set; }

    [Inject]
    public required IPortal Portal { get; init; }

    protected override async Task OnInitializedAsync()
    {
        if (Name is null && await Portal.SendAsync(new WhoAmI(), CancellationToken.None) is Answer<PersonView>.Given(var me))
        {
            Name = me.DisplayName;
        }
    }

    /// <summary>Ada Lovelace: AL. ada@example.com: A.</summary>
    internal static string Initials(string name) => name.Split('@')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var only] => only[..1].ToUpperInvariant(),
        [var first, .., var last] => $"{first[0]}{last[0]}".ToUpperInvariant(),
        _ => "?",
    };
}
