using Microsoft.AspNetCore.Components;
using Portal.Shared.Connections;

namespace Portal.Client.Shell;

/// <summary>One AWS account and Region, or the sandbox, at a glance.</summary>
public sealed partial class ConnectionTile
{
    [Parameter, EditorRequired]
    public required ConnectionView Of { get; set; }
}
