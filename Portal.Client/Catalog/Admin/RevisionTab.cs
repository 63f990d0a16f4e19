using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>A part of an API's page that shows something of a revision and makes the next one.</summary>
public abstract class RevisionTab : PortalPage
{
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
        // What is long does not cross twice; the first painting shows that it is on its way.
        if (RendererInfo.IsInteractive && _loaded != (Api.Latest.Number, Number))
        {
            _loaded = (Api.Latest.Number, Number);
            await LoadAsync();
        }
    }

    /// <summary>Asks for what is shown.</summary>
    protected abstract Task LoadAsync();

    /// <summary>Whether it can be changed: earlier ones are only read.</summary>
    /// <param name="revision">The number of the revision that is shown.</param>
    protected bool IsLatest(int revision) => revision == Api.Latest.Number;

    /// <param name="revised">Null where nothing was changed.</param>
    protected Task TellAsync(RevisedApi? revised) => revised is null ? Task.CompletedTask : OnRevised.InvokeAsync(revised);
}
