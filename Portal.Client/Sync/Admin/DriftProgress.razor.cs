using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>How far checks have come, and where they come to nothing.</summary>
public sealed partial class DriftProgress
{
    [Parameter, EditorRequired]
    public required DriftStatus Status { get; set; }

    private string Counted => Counts.Words(Status.Subjects, "API or usage plan", "APIs and usage plans");
}
