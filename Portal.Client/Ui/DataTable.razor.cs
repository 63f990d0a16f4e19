using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// A plain table for a list that fits a page; a third of the memory of MudBlazor's. A narrow screen scrolls it sideways; a cell of class wide-only is left out there.
/// <code>
/// &lt;DataTable Items="people" Label="People" Context="person"&gt;
///   &lt;Head&gt;&lt;th&gt;Name&lt;/th&gt;&lt;th class="wide-only"&gt;Since&lt;/th&gt;&lt;/Head&gt;
///   &lt;Row&gt;&lt;th scope="row"&gt;@person.Name&lt;/th&gt;&lt;td class="wide-only"&gt;&lt;TimeAgo At="person.Since" /&gt;&lt;/td&gt;&lt;/Row&gt;
///   &lt;Empty&gt;&lt;EmptyState Title="Nobody yet" /&gt;&lt;/Empty&gt;
/// &lt;/DataTable&gt;
/// </code>
/// </summary>
public sealed partial class DataTable<T>
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<T> Items { get; set; }

    /// <summary>What the table lists, for those who hear it.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The th elements.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment Head { get; set; }

    /// <summary>The td elements of one item, the first a th with scope row where it names the item.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment<T> Row { get; set; }

    /// <summary>Whether a narrow screen shows a row as a card, a cell below the other, each under its data-label: for rows with several deeds, which would lie beyond the edge.</summary>
    [Parameter]
    public bool Stacks { get; set; }

    /// <summary>What stands there instead of a table without rows.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }
}
