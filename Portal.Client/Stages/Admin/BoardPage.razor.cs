using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>Every API with its stages: what runs where, what is behind, what waits or has failed; promoted and rolled back from here. What is shown stands in the address.</summary>
public sealed partial class BoardPage
{
    private const int Size = 25;

    private readonly HashSet<string> _picked = [];
    private (string?, int)? _loaded;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Words { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    [PersistentState]
    public Load<BoardView>? Board { get; set; }

    private int PageNumber => int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 10_000 ? number : 1;

    protected override async Task OnParametersSetAsync()
    {
        // What came over from prerendering is for this address.
        if (_loaded is null && Board is not null)
        {
            _loaded = (Words, PageNumber);
        }

        if (_loaded != (Words, PageNumber))
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        var wanted = (Words, PageNumber);
        _loaded = wanted;
        var board = await Portal.SendAsync(new GetBoard { Search = Words, Skip = (PageNumber - 1) * Size, Take = Size }, Leaving);

        // Of two searches on the way, the later is shown.
        if (_loaded == wanted)
        {
            Board = board;
        }
    }

    private void Go(string words) => Navigation.NavigateTo(Address.Of("board", ("q", words)), replace: true);

    private string AddressOf(int page) => Address.Of("board", ("q", Words), ("page", page is 1 ? null : page.ToString(CultureInfo.InvariantCulture)));
}
