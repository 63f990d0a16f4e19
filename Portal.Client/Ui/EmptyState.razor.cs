using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// Says that there is nothing yet, why, and what to do next.
/// <code>
/// &lt;EmptyState Title="No APIs yet" Text="Import an OpenAPI document or define one here." Picture="@Icons.Material.Outlined.Api"&gt;
///   &lt;a class="button button-main" href="apis/import"&gt;Import&lt;/a&gt;
/// &lt;/EmptyState&gt;
/// </code>
/// </summary>
public sealed partial class EmptyState
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public string? Text { get; set; }

    /// <summary>One of MudBlazor's icons.</summary>
    [Parameter]
    public string? Picture { get; set; }

    /// <summary>What to do next: links and buttons.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
