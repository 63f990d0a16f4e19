using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;
using RouteView = Portal.Shared.Catalog.RouteView;

namespace Portal.Client.Catalog.Admin;

/// <summary>Who guards a revision, and what: authorizers, the default, and each route. Each change makes a revision.</summary>
public sealed partial class ApiSecurity
{
    private Load<GuardsView>? _security;
    private IReadOnlyList<RouteView> _routes = [];

    protected override async Task LoadAsync()
    {
        if (await Portal.SendAsync(new GetRoutes(Api.Id, Number), Leaving) is Answer<RoutesView>.Given(var routes))
        {
            _routes = IsSocket ? [.. routes.Routes.Where(route => route is { Method: "ANY", Path: "/$connect" })] : routes.Routes;
        }

        _security = await Portal.SendAsync(new GetSecurity(Api.Id, Number), Leaving);
    }

    private bool IsSocket => Api.Protocol is Protocol.WebSocket;

    private async Task EditAsync(GuardsView view, SchemeView? scheme) => await TellAsync(await AuthorizerDialog.ShowAsync(Dialogs, Api, view.Revision, scheme));

    private async Task SetDefaultAsync(GuardsView view) => await TellAsync(await GuardDialog.ShowAsync(Dialogs, Api, view, null));

    private async Task GuardAsync(GuardsView view) => await TellAsync(await GuardDialog.ShowAsync(Dialogs, Api, view, _routes));

    private async Task RemoveAsync(GuardsView view, SchemeView scheme)
    {
        if (await Dialogs.RemoveAsync(Portal, Api.Id, view.Revision, "Remove the authorizer?", $"{scheme.Name} is taken out of the document, in a new revision.", new RouteEdit.RemoveAuthorizer { Name = scheme.Name }, Leaving) is { } revised)
        {
            await TellAsync(revised);
        }
    }

    private async Task EditPolicyAsync(GuardsView view) => await TellAsync(await PolicyDialog.ShowAsync(Dialogs, Api.Id, view));

    private async Task RemovePolicyAsync(GuardsView view) => await TellAsync(await Dialogs.RemoveAsync(
        Portal, Api.Id, view.Revision, "Remove the policy?", "Once that is deployed, the API may be called from everywhere; authorizers and keys still count.", new RouteEdit.SetPolicy { Policy = null }, Leaving));
}
