using Microsoft.AspNetCore.Components;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Developer;

/// <summary>What stands around each page of a reference: the API's name, and its operations at the side; on a narrow screen a button opens them.</summary>
public sealed partial class ReferenceFrame
{
    [Parameter, EditorRequired]
    public required ReferenceOutline Outline { get; set; }

    /// <summary>The operation that the page shows; null on the overview.</summary>
    [Parameter]
    public string? Here { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    private CatalogEntry Entry => Outline.Entry;

    private string? Subtitle => Entry.Stage is { } stage ? $"As it runs on {stage}" : "It is not deployed yet";

    private string AddressOf(OperationLink operation) => Outline.AddressOf(operation);
}
