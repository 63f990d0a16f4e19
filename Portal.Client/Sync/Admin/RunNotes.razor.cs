using Microsoft.AspNetCore.Components;

namespace Portal.Client.Sync.Admin;

/// <summary>What stands beside the steps: operations that are left out, losses, commands that a person must run.</summary>
public sealed partial class RunNotes
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Notes { get; set; }

    /// <summary>AWS's id of the API once it is known: the commands then name it.</summary>
    [Parameter]
    public string? RestApiId { get; set; }
}
