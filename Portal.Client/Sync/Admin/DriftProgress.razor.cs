using Microsoft.AspNetCore.Components;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>How far checks have come, and where they come to nothing.</summary>
public sealed partial class DriftProgress
{
    [Parameter, EditorRequired]
    public required DriftStatus Status { get; set; }

    private string Counted => Status.Subjects is 1 ? "1 API or usage plan" : $"{Status.Subjects} APIs and usage plans";
}
