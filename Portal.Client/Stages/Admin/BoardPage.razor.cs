using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Stages;
using Portal.Shared.Sync;

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

    [PersistentState]
    public Load<DriftStatus>? Drift { get; set; }

    private IReadOnlyDictionary<string, int> Drifts => Drift is Load<DriftStatus>.Ready(var status) ? status.OpenBySubject : new Dictionary<string, int>();

    private int PageNumber => ListPage.Of(Page);

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

    /// <summary>Beside the board: who may not look at drift sees none.</summary>
    protected override async Task OnInitializedAsync() => Drift ??= await Portal.SendAsync(new GetDriftStatus(), Leaving);

    /// <summary>Whatever kind of API it is, its subject ends with its id.</summary>
    private string? SubjectOf(BoardRow row) => Drifts.Keys.FirstOrDefault(subject => subject.EndsWith($"/{row.ApiId}", StringComparison.Ordinal));

    private int Drifted(BoardRow row) => SubjectOf(row) is { } subject ? Drifts[subject] : 0;

    private void Go(string words) => Navigation.NavigateTo(Address.Of("board", ("q", words)), replace: true);

    private string AddressOf(int page) => Address.Of("board", ("q", Words), ("page", ListPage.Word(page)));
}
