using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Developer;

/// <summary>One schema of an API, from which others that contain it lead here.</summary>
public sealed partial class SchemaPage
{
    private Load<ReferencePart<SchemaView>>? _part;

    [Parameter]
    public string Api { get; set; } = "";

    [Parameter]
    public string Schema { get; set; } = "";

    protected override async Task OnInitializedAsync()
    {
        var answer = await Portal.SendAsync(new GetReferenceSchema(Api, Schema), Leaving);
        _part = answer;
        answer.OrNotFound(Navigation);
    }
}
