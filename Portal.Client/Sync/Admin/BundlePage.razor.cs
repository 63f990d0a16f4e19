using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>Change sets to read and approve together, and then to watch until the last has ended: the report of all of them, with an address to send on.</summary>
public sealed partial class BundlePage
{
    public const int Size = 50;

    public const int Few = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private PartState? _state;
    private int _page = 1;
    private (Guid, PartState?, int)? _loaded;
    private bool _following;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    public string? State { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [PersistentState]
    public Load<BundleView>? Bundle { get; set; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private GetBundle Wanted => new(Id) { State = _state, Skip = (_page - 1) * Size, Take = Size };

    private bool IsMoving => Bundle is Load<BundleView>.Ready({ IsOnItsWay: true } or { IsBeingProposed: true });

    protected override async Task OnParametersSetAsync()
    {
        _state = Enum.TryParse<PartState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;
        _page = ListPage.Of(PageText);

        // What came over from prerendering is for this address.
        if (_loaded is null && Bundle is not null)
        {
            _loaded = (Id, _state, _page);
        }

        if (_loaded != (Id, _state, _page))
        {
            await LoadAsync();
        }
    }

    // Only where there is a circuit to tell: prerendering shows how things are and goes.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_following && IsMoving)
        {
            await FollowAsync();
        }
    }

    private async Task FollowAsync()
    {
        _following = true;
        try
        {
            using var timer = new PeriodicTimer(Pause, Clock);
            while (IsMoving && await timer.WaitForNextTickAsync(Leaving))
            {
                var wanted = Wanted;
                var now = await Portal.SendAsync(wanted, Leaving);

                // An answer that does not come now may come next time; what is shown stays.
                if (now is Answer<BundleView>.Given && wanted == Wanted)
                {
                    Bundle = now;
                    StateHasChanged();
                }
            }
        }
        finally
        {
            _following = false;
        }
    }

    private async Task LoadAsync()
    {
        var wanted = Wanted;
        _loaded = (Id, _state, _page);
        var bundle = await Portal.SendAsync(wanted, Leaving);

        if (wanted == Wanted)
        {
            Bundle = bundle;
        }
    }
}
