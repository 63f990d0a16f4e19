using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>Change sets to read and approve together, and then to watch until the last has ended: the report of all of them, with an address to send on.</summary>
public sealed partial class BundlePage
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private bool _following;

    [Parameter]
    public Guid Id { get; set; }

    [PersistentState]
    public Load<BundleView>? Bundle { get; set; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    protected override async Task OnInitializedAsync()
    {
        if (Bundle is null)
        {
            await LoadAsync();
        }
    }

    // Only where there is a circuit to tell: prerendering shows how things are and goes.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_following && Bundle is Load<BundleView>.Ready({ IsOnItsWay: true }))
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
            while (Bundle is Load<BundleView>.Ready({ IsOnItsWay: true }) && await timer.WaitForNextTickAsync(Leaving))
            {
                var now = await Portal.SendAsync(new GetBundle(Id), Leaving);

                // An answer that does not come now may come next time; what is shown stays.
                if (now is Answer<BundleView>.Given)
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

    private async Task LoadAsync() => Bundle = await Portal.SendAsync(new GetBundle(Id), Leaving);

    private void Show(BundleView bundle) => Bundle = new Load<BundleView>.Ready(bundle);
}
