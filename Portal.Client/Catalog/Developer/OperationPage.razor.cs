using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Developer;

/// <summary>One operation of an API that has too many for one page.</summary>
public sealed partial class OperationPage
{
    private Load<ReferencePart<OperationView>>? _part;

    [Parameter]
    public string Api { get; set; } = "";

    [Parameter]
    public string Operation { get; set; } = "";

    protected override async Task OnInitializedAsync()
    {
        var answer = await Portal.SendAsync(new GetReferenceOperation(Api, Operation), Leaving);
        _part = answer;
        answer.OrNotFound(Navigation);
    }

    private static string GroupOf(ReferencePart<OperationView> part) => part.Outline.Groups.First(group => group.Operations.Any(link => link.Slug == part.Part.Link.Slug)).Name;
}
