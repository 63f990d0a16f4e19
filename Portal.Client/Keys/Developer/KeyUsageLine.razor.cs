using Microsoft.AspNetCore.Components;
using Portal.Shared.Keys;

namespace Portal.Client.Keys.Developer;

/// <summary>What a key used: the sum and what is left, and behind it the days on which it was used, the latest first.</summary>
public sealed partial class KeyUsageLine
{
    [Parameter, EditorRequired]
    public required ApiKeyUsage Of { get; set; }

    private List<UsageDay> Used => [.. Of.Days.Where(day => day.Used > 0).Reverse()];
}
