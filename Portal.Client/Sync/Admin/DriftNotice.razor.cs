using Microsoft.AspNetCore.Components;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>Says on the page of a thing that it has drifted; nothing, where it has not.</summary>
public sealed partial class DriftNotice
{
    /// <summary>"RestApi/ID", "UsagePlan/ID"; null is everything.</summary>
    [Parameter]
    public string? Subject { get; set; }

    [PersistentState]
    public Known? Told { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (Told is null || Told.Subject != Subject)
        {
            var subject = Subject;
            Told = new Known(subject, await CountAsync(subject));
        }
    }

    private async Task<int> CountAsync(string? subject) =>
        await Portal.SendAsync(new GetDriftStatus { Subject = subject }, Leaving) is Answer<DriftStatus>.Given(var status) ? status.Open : 0;

    /// <summary>In how many places of what.</summary>
    public sealed record Known(string? Subject, int Open);
}
