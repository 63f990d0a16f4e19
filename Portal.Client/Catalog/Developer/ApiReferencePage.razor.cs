using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Developer;

/// <summary>One API for those who want to call it: what it is, and its operations, in full where they are few.</summary>
public sealed partial class ApiReferencePage
{
    private Load<ReferenceView>? _reference;

    [Parameter]
    public string Api { get; set; } = "";

    protected override async Task OnInitializedAsync()
    {
        var answer = await Portal.SendAsync(new GetReference(Api), Leaving);
        _reference = answer;
        answer.OrNotFound(Navigation);
    }

    private static CatalogEntry Entry(ReferenceView reference) => reference.Outline.Entry;

    private static string Summary(ReferenceView reference) => $"Reference of {Entry(reference).Name}: {Counts.Words(reference.Outline.Groups.Sum(group => group.Operations.Count), "operation")}.";
}
