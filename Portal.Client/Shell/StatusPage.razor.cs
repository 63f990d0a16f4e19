using Microsoft.AspNetCore.Components;

namespace Portal.Client.Shell;

/// <summary>A page for an answer that would have none: the server shows it in place of an empty body.</summary>
public sealed partial class StatusPage
{
    [Parameter]
    public int Code { get; set; }
}
