using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Findings with their place and remedy, and what one click can do about each. A click makes a revision.</summary>
public sealed partial class FindingList
{
    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required ApiView Api { get; set; }

    /// <summary>The revision they were found in; only the latest can be mended.</summary>
    [Parameter, EditorRequired]
    public required int Revision { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Finding> Findings { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<RevisedApi> OnRevised { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    private string? Past => Revision == Api.Latest.Number ? null : Revision.ToString(CultureInfo.InvariantCulture);

    private async Task MendAsync(RouteEdit edit)
    {
        (_busy, _refusal) = (true, null);
        switch (await Portal.SendAsync(new EditRoutes { ApiId = Api.Id, BaseRevision = Revision, Edits = [edit] }, Leaving))
        {
            case Answer<RevisedApi>.Given(var revised):
                await OnRevised.InvokeAsync(revised);
                break;
            case Answer<RevisedApi>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }

    private async Task ChooseDefaultAsync()
    {
        if (await DefaultIntegrationDialog.ShowAsync(Dialogs, Api, Revision, null) is { } revised)
        {
            await OnRevised.InvokeAsync(revised);
        }
    }
}
