using Microsoft.AspNetCore.Components;

namespace Portal.Client.Catalog.Admin;

/// <summary>A method and a path, in one voice wherever they stand.</summary>
public sealed partial class RouteLabel
{
    [Parameter, EditorRequired]
    public required string Method { get; set; }

    [Parameter, EditorRequired]
    public required string Path { get; set; }

    /// <summary>A long path breaks after a slash.</summary>
    private string[] Parts => Path.Replace("/", "/\n", StringComparison.Ordinal).Split('\n');
}
