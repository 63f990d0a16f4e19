using Microsoft.AspNetCore.Components;

namespace Portal.Client.Metrics.Admin;

/// <summary>The spans of time that a page of numbers is asked for, each an address of its own.</summary>
public sealed partial class TimeSpanLinks
{
    private static readonly (string Last, string Text)[] Spans = [("1h", "1 hour"), ("6h", "6 hours"), ("24h", "24 hours"), ("7d", "7 days"), ("30d", "30 days")];

    /// <summary>The span that is shown; null where it is another.</summary>
    [Parameter, EditorRequired]
    public required string? Here { get; set; }

    [Parameter, EditorRequired]
    public required Func<string, string> Address { get; set; }
}
