using Microsoft.AspNetCore.Components;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Shows what becomes of what was made in the portal when the next document is brought, and asks for a side where both changed the same.</summary>
public sealed partial class MergeReview
{
    [Parameter, EditorRequired]
    public required RevisionPreview Preview { get; set; }

    /// <summary>By pointer; filled in here.</summary>
    [Parameter, EditorRequired]
    public required Dictionary<string, MergeSide> Choices { get; set; }

    [Parameter]
    public EventCallback OnChosen { get; set; }

    private Task ChooseAsync(string pointer, MergeSide side)
    {
        Choices[pointer] = side;

        return OnChosen.InvokeAsync();
    }
}
