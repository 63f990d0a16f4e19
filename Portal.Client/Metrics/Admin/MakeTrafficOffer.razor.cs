using Microsoft.AspNetCore.Components;
using Portal.Shared;
using Portal.Shared.Metrics;

namespace Portal.Client.Metrics.Admin;

/// <summary>Where nothing was called and the sandbox runs: one click makes up a week of calls.</summary>
public sealed partial class MakeTrafficOffer
{
    private Refusal? _refusal;
    private bool _busy;

    /// <summary>Hears that there is something to see.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnMade { get; set; }

    private async Task MakeAsync()
    {
        (_busy, _refusal) = (true, null);
        switch (await Portal.SendAsync(new MakeTraffic(), Leaving))
        {
            case Answer<MadeTraffic>.Given:
                await OnMade.InvokeAsync();
                break;
            case Answer<MadeTraffic>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }
}
