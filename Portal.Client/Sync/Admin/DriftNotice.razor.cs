using Microsoft.AspNetCore.Components;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>Says on the page of a thing that it has drifted; nothing, where it has not.</summary>
public sealed partial class DriftNotice
{
    private int _open;

    /// <summary>"RestApi/ID", "UsagePlan/ID"; null is everything.</summary>
    [Parameter]
    public string? Subject { get; set; }

    protected override async Task OnParametersSetAsync() =>
        _open = await Portal.SendAsync(new GetDriftStatus { Subject = Subject }, Leaving) is Answer<DriftStatus>.Given(var status) ? status.Open : 0;
}
