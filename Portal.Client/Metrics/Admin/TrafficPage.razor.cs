using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Metrics;

namespace Portal.Client.Metrics.Admin;

/// <summary>Every stage that runs something, with how much it is called and how well it answers.</summary>
public sealed partial class TrafficPage
{
    private const int Size = 25;

    private int _page = 1;
    private (string, string?, int)? _loaded;

    [SupplyParameterFromQuery]
    public string? Last { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Words { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [PersistentState]
    public Load<TrafficView>? Traffic { get; set; }

    private string Span => string.IsNullOrEmpty(Last) ? "1h" : Last;

    protected override async Task OnParametersSetAsync()
    {
        _page = ListPage.Of(PageText);

        if (_loaded is null && Traffic is not null)
        {
            _loaded = (Span, Words, _page);
        }

        if (_loaded != (Span, Words, _page))
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        var asked = (Span, Words, _page);
        _loaded = asked;
        var traffic = await Portal.SendAsync(new GetTraffic { Last = Span, Search = Words, Skip = (_page - 1) * Size, Take = Size }, Leaving);

        if (asked == (Span, Words, _page))
        {
            Traffic = traffic;
        }
    }

    private static string Here(string last, string? words, int page) =>
        Ui.Address.Of("metrics", ("last", last is "1h" ? null : last), ("q", words), ("page", ListPage.Word(page)));
}
