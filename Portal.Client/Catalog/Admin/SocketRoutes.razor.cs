using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>The routes of a revision of a WebSocket API, and the way to add, change and remove them. Each change makes a revision.</summary>
public sealed partial class SocketRoutes
{
    private Load<SocketRoutesView>? _routes;
    private Dictionary<string, FindingLevel> _worst = [];
    private (int Latest, int? Number) _loaded;

    [Parameter, EditorRequired]
    public required ApiView Api { get; set; }

    /// <summary>The revision; null is the latest.</summary>
    [Parameter]
    public int? Number { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<RevisedApi> OnRevised { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (RendererInfo.IsInteractive && _loaded != (Api.Latest.Number, Number))
        {
            _loaded = (Api.Latest.Number, Number);
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        _routes = await Portal.SendAsync(new GetSocketRoutes(Api.Id, Number), Leaving);

        if (await Portal.SendAsync(new GetFindings(Api.Id, Number), Leaving) is Answer<FindingsView>.Given(var found))
        {
            _worst = found.Findings
                .SelectMany(finding => finding.Operations.Select(operation => (Operation: operation, finding.Level)))
                .GroupBy(each => each.Operation)
                .ToDictionary(group => group.Key, group => group.Max(each => each.Level));
        }
    }

    private bool IsLatest(SocketRoutesView view) => view.Revision == Api.Latest.Number;

    private FindingLevel? Worst(SocketRouteView route) => _worst.TryGetValue($"ANY /{route.Key}", out var level) && level is not FindingLevel.Info ? level : null;

    private async Task AddAsync(SocketRoutesView view) => await TellAsync(await SocketRouteDialog.ShowAsync(Dialogs, Api.Id, view, null));

    private async Task EditAsync(SocketRoutesView view, SocketRouteView route) => await TellAsync(await SocketRouteDialog.ShowAsync(Dialogs, Api.Id, view, route));

    private async Task SelectAsync(SocketRoutesView view) => await TellAsync(await SelectionDialog.ShowAsync(Dialogs, Api.Id, view));

    private async Task RemoveAsync(SocketRoutesView view, SocketRouteView route) => await TellAsync(await Dialogs.RemoveAsync(
        Portal, Api.Id, view.Revision, "Remove the route?", $"{route.Key} is taken out of the document, in a new revision. Callers notice when that is deployed.", new RouteEdit.RemoveRoute { Method = "ANY", Path = $"/{route.Key}" }, Leaving));

    private Task TellAsync(RevisedApi? revised) => revised is null ? Task.CompletedTask : OnRevised.InvokeAsync(revised);
}
