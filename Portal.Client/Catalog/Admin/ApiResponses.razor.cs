using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What API Gateway answers by itself in a revision. Each change makes a revision.</summary>
public sealed partial class ApiResponses
{
    private Load<GatewayResponsesView>? _responses;

    private static string Answer(GatewayResponseView response) => response.Templates.Count is 0 ? response.OwnBody : response.Templates.First().Value;

    protected override async Task LoadAsync() => _responses = await Portal.SendAsync(new GetGatewayResponses(Api.Id, Number), Leaving);

    private async Task EditAsync(GatewayResponsesView view, GatewayResponseView response) => await TellAsync(await GatewayResponseDialog.ShowAsync(Dialogs, Api.Id, view.Revision, Begun(view, response)));

    /// <summary>The defaults do not stand for one that says something of its own, so it begins with their headers.</summary>
    private static GatewayResponseView Begun(GatewayResponsesView view, GatewayResponseView response) =>
        !response.IsChanged && view.Responses.FirstOrDefault(other => other.Type == $"DEFAULT_{response.OwnStatus?[0]}XX") is { } @default ? response with { Headers = @default.Headers } : response;

    private async Task ResetAsync(GatewayResponsesView view, GatewayResponseView response) => await TellAsync(await Dialogs.RemoveAsync(
        Portal, Api.Id, view.Revision, "Go back to API Gateway's own answer?", $"What the document says of {response.Type} is taken out, in a new revision.", new RouteEdit.RemoveGatewayResponse { Type = response.Type }, Leaving));
}
