using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// The head of a page: its one h1, the browser's title, the way up and what can be done here.
/// <code>
/// &lt;PageHeader Title="Petstore" Subtitle="Published by Payments" Up="apis" UpText="APIs"&gt;
///   &lt;Beside&gt;&lt;Badge Text="Draft" /&gt;&lt;/Beside&gt;
///   &lt;ChildContent&gt;&lt;a class="button button-main" href="apis/new"&gt;New API&lt;/a&gt;&lt;/ChildContent&gt;
/// &lt;/PageHeader&gt;
/// </code>
/// </summary>
public sealed partial class PageHeader
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public string? Subtitle { get; set; }

    /// <summary>Address of the page above this one.</summary>
    [Parameter]
    public string? Up { get; set; }

    [Parameter]
    public string? UpText { get; set; }

    /// <summary>Badges right of the title.</summary>
    [Parameter]
    public RenderFragment? Beside { get; set; }

    /// <summary>Buttons and links, the main one last.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
