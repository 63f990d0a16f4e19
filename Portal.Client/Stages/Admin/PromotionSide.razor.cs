using Microsoft.AspNetCore.Components;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>One of the two stages of a promotion, with what it runs.</summary>
public sealed partial class PromotionSide
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The connection's name.</summary>
    [Parameter, EditorRequired]
    public required string Connection { get; set; }

    /// <summary>Null where nothing runs.</summary>
    [Parameter]
    public ReleaseView? Release { get; set; }
}
