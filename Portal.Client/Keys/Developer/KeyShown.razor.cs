using Microsoft.AspNetCore.Components;

namespace Portal.Client.Keys.Developer;

/// <summary>A key that was just issued: the one place where its value is shown, in an answer that nothing may keep.</summary>
public sealed partial class KeyShown
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required string Value { get; set; }
}
