using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>What API Gateway answers by itself in a revision. Each change makes a revision.</summary>
public sealed partial class ApiResponses
{
    private Load<GatewayResponsesView>? _responses;
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

    private static string Answer(GatewayResponseView response) => response.Templates.Count is 0 ? response.OwnBody : response.Templates.First().Value;

    private async Task LoadAsync() => _responses = await Portal.SendAsync(new GetGatewayResponses(Api.Id, Number), Leaving);

    private bool IsLatest(GatewayResponsesView view) => view.Revision == Api.Latest.Number;

    private async Task EditAsync(GatewayResponsesView view, GatewayResponseView response) => await TellAsync(await GatewayResponseDialog.ShowAsync(Dialogs, Api.Id, view.Revision, Begun(view, response)));

    /// <summary>The defaults do not stand for one that says something of its own, so it begins with their headers.</summary>
    private static GatewayResponseView Begun(GatewayResponsesView view, GatewayResponseView response) =>
        !response.IsChanged && view.Responses.FirstOrDefault(other => other.Type == $"DEFAULT_{response.OwnStatus?[0]}XX") is { } @default ? response with { Headers = @default.Headers } : response;

    private async Task ResetAsync(GatewayResponsesView view, GatewayResponseView response) => await TellAsync(await Dialogs.RemoveAsync(
        Portal, Api.Id, view.Revision, "Go back to API Gateway's own answer?", $"What the document says of {response.Type} is taken out, in a new revision.", new RouteEdit.RemoveGatewayResponse { Type = response.Type }, Leaving));

    private Task TellAsync(RevisedApi? revised) => revised is null ? Task.CompletedTask : OnRevised.InvokeAsync(revised);
}
