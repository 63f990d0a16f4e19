using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>The routes of a revision of a WebSocket API, and the way to add, change and remove them. Each change makes a revision.</summary>
public sealed partial class SocketRoutes
{
    private Load<SocketRoutesView>? _routes;
    private Dictionary<string, FindingLevel> _worst = [];

    protected override async Task LoadAsync()
    {
        _routes = await Portal.SendAsync(new GetSocketRoutes(Api.Id, Number), Leaving);

        if (await Portal.SendAsync(new GetFindings(Api.Id, Number), Leaving) is Answer<FindingsView>.Given(var found))
        {
            _worst = found.Worst();
        }
    }

    private FindingLevel? Worst(SocketRouteView route) => _worst.TryGetValue($"ANY /{route.Key}", out var level) && level is not FindingLevel.Info ? level : null;

    private async Task AddAsync(SocketRoutesView view) => await TellAsync(await SocketRouteDialog.ShowAsync(Dialogs, Api.Id, view, null));

    private async Task EditAsync(SocketRoutesView view, SocketRouteView route) => await TellAsync(await SocketRouteDialog.ShowAsync(Dialogs, Api.Id, view, route));

    private async Task SelectAsync(SocketRoutesView view) => await TellAsync(await SelectionDialog.ShowAsync(Dialogs, Api.Id, view));

    private async Task RemoveAsync(SocketRoutesView view, SocketRouteView route) => await TellAsync(await Dialogs.RemoveAsync(
        Portal, Api.Id, view.Revision, "Remove the route?", $"{route.Key} is taken out of the document, in a new revision. Callers notice when that is deployed.", new RouteEdit.RemoveRoute { Method = "ANY", Path = $"/{route.Key}" }, Leaving));
}
