using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What API Gateway refuses, drops or changes of a revision, by weight.</summary>
public sealed partial class ApiFindings
{
    private static readonly (FindingLevel Level, string Title, string About)[] Groups =
    [
        (FindingLevel.Error, "To be settled", "Nothing is deployed before these are."),
        (FindingLevel.Warning, "Lost or changed", "API Gateway drops these or does them in another way."),
        (FindingLevel.Info, "Good to know", "Nothing need be done."),
    ];

    private Load<FindingsView>? _findings;
    private (int Latest, int? Number) _loaded;

    [Parameter, EditorRequired]
    public required ApiView Api { get; set; }

    /// <summary>The revision; null is the latest.</summary>
    [Parameter]
    public int? Number { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<RevisedApi> OnRevised { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        // Megabytes may have been read for this: not once more for the first painting.
        if (RendererInfo.IsInteractive && _loaded != (Api.Latest.Number, Number))
        {
            _loaded = (Api.Latest.Number, Number);
            await LoadAsync();
        }
    }

    private async Task LoadAsync() => _findings = await Portal.SendAsync(new GetFindings(Api.Id, Number), Leaving);
}
