using Microsoft.AspNetCore.Components;
using Portal.Shared.Audit;

namespace Portal.Client.Audit.Admin;

/// <summary>What a proof of the trail found, and what to do about it.</summary>
public sealed partial class VerdictNotice
{
    [Parameter, EditorRequired]
    public required AuditVerdict Of { get; set; }
}
