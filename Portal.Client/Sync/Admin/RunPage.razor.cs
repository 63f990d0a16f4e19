using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>A change set to read and approve, and then to watch until its end. While it is on its way, the page looks again twice a second.</summary>
public sealed partial class RunPage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private Guid _shown;
    private bool _following;
    private string? _restApiId;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>"true" asks for the approval at once.</summary>
    [SupplyParameterFromQuery]
    public string? Approve { get; set; }

    [PersistentState]
    public Load<RunView>? Run { get; set; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (Run is null || (_shown != Guid.Empty && _shown != Id))
        {
            Run = null;
            await LoadAsync();
        }

        _shown = Id;
    }

    // Only where there is a circuit to tell: prerendering shows how things are and goes.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_following && Run is Load<RunView>.Ready({ State: var state }) && state.IsOnItsWay())
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
            while (Run is Load<RunView>.Ready({ State: var state }) && state.IsOnItsWay() && await timer.WaitForNextTickAsync(Leaving))
            {
                var now = await Portal.SendAsync(new GetRun(Id), Leaving);

                // An answer that does not come now may come next time; what is shown stays.
                if (now is Answer<RunView>.Given)
                {
                    Run = now;
                    StateHasChanged();
                }
            }
        }
        finally
        {
            _following = false;
        }
    }

    private async Task LoadAsync() => Run = await Portal.SendAsync(new GetRun(Id), Leaving);

    private void Show(RunView run) => Run = new Load<RunView>.Ready(run);
}
