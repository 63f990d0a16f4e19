using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>What is to be brought to AWS together: what was chosen elsewhere, or all that is out of step, but for what is left out here.</summary>
public sealed partial class NewBundlePage
{
    private const int Size = 50;

    private readonly HashSet<string> _left = [];
    private Refusal? _refusal;
    private bool _isPicked;
    private bool _busy;
    private int _page = 1;
    private (int, bool)? _loaded;

    /// <summary>"RestApi/ID", "Stage/ID", "UsagePlan/ID", "Run/ID"; without one it is about everything.</summary>
    [SupplyParameterFromQuery(Name = "thing")]
    public string[]? Things { get; set; }

    /// <summary>Of everything, only what is on this connection.</summary>
    [SupplyParameterFromQuery]
    public string? Connection { get; set; }

    /// <summary>Of everything, later stages too.</summary>
    [SupplyParameterFromQuery(Name = "later")]
    public bool LaterStages { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [PersistentState]
    public Load<Page<PickView>>? Picks { get; set; }

    private Guid? OnConnection => Guid.TryParse(Connection, out var connection) ? connection : null;

    protected override async Task OnParametersSetAsync()
    {
        _isPicked = Things is { Length: > 0 };
        _page = ListPage.Of(PageText);

        // What came over from prerendering is for this address.
        if (_loaded is null && Picks is not null)
        {
            _loaded = (_page, LaterStages);
        }

        if (_loaded != (_page, LaterStages))
        {
            // What was left out of another list is nothing that this one has.
            if (_loaded is { Item2: var before } && before != LaterStages)
            {
                _left.Clear();
            }

            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        _loaded = (_page, LaterStages);
        Picks = await Portal.SendAsync(new ListOutOfStep { Connection = OnConnection, LaterStages = LaterStages, Things = Things ?? [], Skip = (_page - 1) * Size, Take = Size }, Leaving);
    }

    private void Choose(string thing, bool chosen) => _ = chosen ? _left.Remove(thing) : _left.Add(thing);

    private int Count(Page<PickView> picks) => Math.Max(0, picks.Total - _left.Count);

    private string AddressOf(int page, bool laterStages) => Address.Of(
        "runs/bundles/new",
        [("connection", Connection), ("later", laterStages ? "true" : null), ("page", ListPage.Word(page)), .. (Things ?? []).Select(thing => ("thing", (string?)thing))]);

    private async Task ProposeAsync(Page<PickView> picks)
    {
        (_busy, _refusal) = (true, null);
        var wanted = _isPicked
            ? new ProposeBundle { Things = [.. await ChosenAsync(picks)] }
            : new ProposeBundle { Everything = true, Connection = OnConnection, LaterStages = LaterStages, Except = [.. _left.Order(StringComparer.Ordinal)] };

        switch (await Portal.SendAsync(wanted, Leaving))
        {
            case Answer<ProposedBundle>.Given({ Id: { } id }):
                Navigation.NavigateTo($"runs/bundles/{id}");
                break;
            case Answer<ProposedBundle>.Given:
                await LoadAsync();
                break;
            case Answer<ProposedBundle>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }

    /// <summary>An API that was chosen stands for its first stage, so that what is left out is known by the stage alone: all pages are asked for.</summary>
    private async Task<IReadOnlyList<string>> ChosenAsync(Page<PickView> picks)
    {
        var chosen = new List<string>();

        for (var skip = 0; skip < picks.Total; skip += 100)
        {
            if (await Portal.SendAsync(new ListOutOfStep { Things = Things!, Skip = skip }, Leaving) is Answer<Page<PickView>>.Given(var page))
            {
                chosen.AddRange(page.Items.Select(pick => pick.Thing));
            }
        }

        return [.. chosen.Where(thing => !_left.Contains(thing)).Order(StringComparer.Ordinal)];
    }
}
