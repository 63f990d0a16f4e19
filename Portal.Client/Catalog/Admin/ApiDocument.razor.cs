using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;
using RouteView = Portal.Shared.Catalog.RouteView;

namespace Portal.Client.Catalog.Admin;

/// <summary>The document of a revision as its author wrote it, beside its routes. Of a long one only the lines in sight are drawn.</summary>
public sealed partial class ApiDocument
{
    /// <summary>As in the style sheet, in pixels at the usual size of text; the browser measures what it really is.</summary>
    private const float LineHeight = 20;

    private const int LongestLine = 2000;

    private Load<RevisionText>? _document;
    private IReadOnlyList<RouteView> _routes = [];
    private List<DocumentLine> _lines = [];
    private ElementReference _text;
    private int _bytes;
    private int? _line;
    private (Guid Revision, int? Number) _loaded;
    private bool _go;

    [Parameter, EditorRequired]
    public required ApiView Api { get; set; }

    /// <summary>The revision; null is the latest.</summary>
    [Parameter]
    public int? Number { get; set; }

    /// <summary>The line to show first.</summary>
    [Parameter]
    public int? Line { get; set; }

    [Inject]
    public required IJSRuntime Browser { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        // Megabytes are not read for the first painting and then once more.
        if (RendererInfo.IsInteractive && _loaded != (Api.Latest.Id, Number))
        {
            _loaded = (Api.Latest.Id, Number);
            await LoadAsync();
            (_line, _go) = (Line, Line is not null);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_go && _lines is not [])
        {
            _go = false;
            await ShowLineAsync(_line);
        }
    }

    private async Task LoadAsync()
    {
        var document = await Portal.SendAsync(new GetRevision(Api.Id, Number), Leaving);
        if (document is Answer<RevisionText>.Given({ Text: var text }))
        {
            _bytes = Encoding.UTF8.GetByteCount(text);
            _lines = [.. text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => new DocumentLine(index + 1, line.Length <= LongestLine ? line : $"{line[..LongestLine]}…"))];
        }

        if (await Portal.SendAsync(new GetRoutes(Api.Id, Number), Leaving) is Answer<RoutesView>.Given(var view))
        {
            _routes = view.Routes;
        }

        _document = document;
    }

    private async Task ShowLineAsync(int? line)
    {
        _line = line;
        if (line is null)
        {
            return;
        }

        await using var script = await Browser.InvokeAsync<IJSObjectReference>("import", Leaving, "./_content/Portal.Client/Catalog/Admin/ApiDocument.razor.js");
        await script.InvokeVoidAsync("showLine", Leaving, _text, line);
    }

    private sealed record DocumentLine(int Number, string Text);
}
