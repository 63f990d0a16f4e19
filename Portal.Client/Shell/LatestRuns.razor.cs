using Microsoft.AspNetCore.Components;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Shell;

/// <summary>The last few runs, newest first, each with how it ended.</summary>
public sealed partial class LatestRuns
{
    [Parameter, EditorRequired]
    public required Page<RunSummary> Of { get; set; }
}
