using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;
using RouteView = Portal.Shared.Catalog.RouteView;

namespace Portal.Client.Catalog.Admin;

/// <summary>The routes of a revision as a table, and the way to add, change and remove them. Each change makes a revision.</summary>
public sealed partial class ApiRoutes
{
    private Load<RoutesView>? _routes;
    private Dictionary<string, FindingLevel> _worst = [];
    private string _words = "";

    protected override async Task LoadAsync()
    {
        _routes = await Portal.SendAsync(new GetRoutes(Api.Id, Number), Leaving);

        if (await Portal.SendAsync(new GetFindings(Api.Id, Number), Leaving) is Answer<FindingsView>.Given(var found))
        {
            _worst = found.Worst();
        }
    }

    private List<RouteView> Shown(RoutesView view) => [.. view.Routes.Where(route => route.Fits(_words))];

    private FindingLevel? Worst(RouteView route) => _worst.TryGetValue(route.Name(), out var level) && level is not FindingLevel.Info ? level : null;

    private Task AddAsync(RoutesView view) => ShowAsync(view, null);

    private Task EditAsync(RoutesView view, RouteView route) => ShowAsync(view, route);

    private async Task ShowAsync(RoutesView view, RouteView? route) => await TellAsync(await RouteDialog.ShowAsync(Dialogs, Api, view, route));

    private async Task AllowBrowsersAsync() => await TellAsync(Api.Protocol is Protocol.Http ? await HttpCorsDialog.ShowAsync(Dialogs, Api.Id) : await BrowsersDialog.ShowAsync(Dialogs, Api.Id));

    private async Task ChooseDefaultAsync(RoutesView view) => await TellAsync(await DefaultIntegrationDialog.ShowAsync(Dialogs, Api, view.Revision, view.DefaultIntegration));

    private async Task RemoveAsync(RoutesView view, RouteView route)
    {
        if (!await Dialogs.ConfirmAsync("Remove the route?", $"{route.Name()} is taken out of the document, in a new revision. Callers notice when that is deployed.", "Remove", dangerous: true))
        {
            return;
        }

        switch (await Portal.SendAsync(new EditRoutes { ApiId = Api.Id, BaseRevision = view.Revision, Edits = [new RouteEdit.RemoveRoute { Method = route.Method, Path = route.Path }] }, Leaving))
        {
            case Answer<RevisedApi>.Given(var revised):
                await TellAsync(revised);
                break;
            case Answer<RevisedApi>.Refused(var refusal):
                _routes = new Load<RoutesView>.Failed(refusal);
                break;
        }
    }
}
