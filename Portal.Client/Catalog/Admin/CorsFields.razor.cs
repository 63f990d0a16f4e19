using Microsoft.AspNetCore.Components;

namespace Portal.Client.Catalog.Admin;

/// <summary>What browsers may send from other sites; inside an EditForm.</summary>
public sealed partial class CorsFields
{
    [Parameter, EditorRequired]
    public required CorsDraft Draft { get; set; }

    /// <summary>When it is typed from where, for whoever says what that means.</summary>
    [Parameter]
    public EventCallback OnChange { get; set; }
}
