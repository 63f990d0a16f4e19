using Microsoft.AspNetCore.Components;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>A stage on the board.</summary>
public sealed partial class BoardCell
{
    [Parameter, EditorRequired]
    public required StageView Stage { get; set; }

    /// <summary>The number of the API's latest revision.</summary>
    [Parameter, EditorRequired]
    public required int Latest { get; set; }

    /// <summary>What stands before its name.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Whether another stage of the API has the same name, on another connection.</summary>
    [Parameter]
    public bool SaysConnection { get; set; }
}
