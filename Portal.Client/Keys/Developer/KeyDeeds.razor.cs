using Microsoft.AspNetCore.Components;
using Portal.Shared.Keys;

namespace Portal.Client.Keys.Developer;

/// <summary>What can be done with a key: two clicks each, the second after reading what it does.</summary>
public sealed partial class KeyDeeds
{
    private static readonly IReadOnlyList<(int Hours, string Words)> Overlaps = [(1, "1 hour"), (KeyRules.UsualOverlap, "24 hours"), (7 * 24, "7 days")];

    [Parameter, EditorRequired]
    public required ApiKeyView Of { get; set; }
}
