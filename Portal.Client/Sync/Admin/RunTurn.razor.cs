using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>Where a run stands in the queue of its connection, and about when its turn comes.</summary>
public sealed partial class RunTurn
{
    [Parameter, EditorRequired]
    public required RunView Run { get; set; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    // Read out it would be said anew every second: it stands beside what is read out.
    private string Words => ((Run.TurnAt ?? Clock.GetUtcNow()) - Clock.GetUtcNow()).TotalSeconds switch
    {
        <= 1 => "at any moment",
        <= 90 and var seconds => string.Create(CultureInfo.InvariantCulture, $"in about {Math.Ceiling(seconds):0} seconds"),
        var seconds => string.Create(CultureInfo.InvariantCulture, $"in about {Math.Ceiling(seconds / 60):0} minutes"),
    };
}
