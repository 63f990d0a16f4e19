using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>Every run, the newest first.</summary>
public sealed partial class RunsPage
{
    private const int Size = 25;

    private readonly HashSet<string> _picked = [];
    private RunState? _state;
    private int _page = 1;
    private (RunState?, string?, int)? _loaded;

    [SupplyParameterFromQuery]
    public string? State { get; set; }

    /// <summary>What the runs are about: "RestApi/ID", "UsagePlan/ID".</summary>
    [SupplyParameterFromQuery]
    public string? Subject { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [PersistentState]
    public Load<Page<RunSummary>>? Runs { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _state = Enum.TryParse<RunState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;
        _page = ListPage.Of(PageText);

        if (_loaded is null && Runs is not null)
        {
            _loaded = (_state, Subject, _page);
        }

        if (_loaded != (_state, Subject, _page))
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        var asked = (_state, Subject, _page);
        _loaded = asked;
        var runs = await Portal.SendAsync(new ListRuns { State = _state, Subject = Subject, Skip = (_page - 1) * Size, Take = Size }, Leaving);

        if (asked == (_state, Subject, _page))
        {
            Runs = runs;
        }
    }

    private string Address(string? state, int page) =>
        Ui.Address.Of("runs", ("state", state), ("subject", Subject), ("page", ListPage.Word(page)));
}
