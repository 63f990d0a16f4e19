using Microsoft.AspNetCore.Components;

namespace Portal.Client.Shell;

/// <summary>How much there is, each number a way to it.</summary>
public sealed partial class Figures
{
    [Parameter, EditorRequired]
    public required int ApiCount { get; set; }

    /// <summary>Change sets that wait for a person.</summary>
    [Parameter, EditorRequired]
    public required int ToApprove { get; set; }
}
