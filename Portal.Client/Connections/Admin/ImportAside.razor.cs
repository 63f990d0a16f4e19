using Microsoft.AspNetCore.Components;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>What was found and cannot be imported, and what was not found any more.</summary>
public sealed partial class ImportAside
{
    [Parameter, EditorRequired]
    public required ImportPreview Preview { get; set; }
}
