using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>What is to be brought to AWS together: what was chosen elsewhere, or all that is out of step.</summary>
public sealed partial class NewBundlePage
{
    private readonly HashSet<string> _picked = [];
    private Refusal? _refusal;
    private bool _isPicked;
    private bool _busy;

    /// <summary>"RestApi/ID", "Stage/ID", "UsagePlan/ID"; without one it is about everything.</summary>
    [SupplyParameterFromQuery(Name = "thing")]
    public string[]? Things { get; set; }

    /// <summary>Of everything, only what is on this connection.</summary>
    [SupplyParameterFromQuery]
    public string? Connection { get; set; }

    [PersistentState]
    public Load<Page<PickView>>? Picks { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _isPicked = Things is { Length: > 0 };

        if (Picks is null)
        {
            await LoadAsync();
        }

        Begin();
    }

    private async Task LoadAsync()
    {
        Picks = await Portal.SendAsync(new ListOutOfStep { Connection = Guid.TryParse(Connection, out var connection) ? connection : null, Things = Things ?? [] }, Leaving);
        Begin();
    }

    private void Begin()
    {
        if (Picks is Load<Page<PickView>>.Ready({ Items: var items }))
        {
            _picked.UnionWith(items.Select(pick => pick.Thing));
        }
    }

    private static string Count(int count) => count is 1 ? "1 change" : $"{count} changes";

    private async Task ProposeAsync()
    {
        (_busy, _refusal) = (true, null);
        StateHasChanged();
        switch (await Portal.SendAsync(new ProposeBundle { Things = [.. _picked.Order(StringComparer.Ordinal)] }, Leaving))
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
}
