using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// When something was, in words; the exact time stands in the tip.
/// <code>&lt;TimeAgo At="run.StartedAt" /&gt;</code>
/// </summary>
public sealed partial class TimeAgo
{
    [Parameter, EditorRequired]
    public required DateTimeOffset At { get; set; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private string Words(TimeSpan ago) => ago switch
    {
        // A day from now is "in 1 day" still when the page is drawn a moment later.
        { TotalSeconds: < -60 } => $"in {Count(-ago + TimeSpan.FromMinutes(1))}",
        { TotalSeconds: < 60 } => "just now",
        { TotalDays: < 30 } => $"{Count(ago)} ago",
        _ => At.ToUniversalTime().ToString("d MMM yyyy", CultureInfo.InvariantCulture),
    };

    private static string Count(TimeSpan span) => span switch
    {
        { TotalMinutes: < 60 } => Counts.Words((long)span.TotalMinutes, "minute"),
        { TotalHours: < 24 } => Counts.Words((long)span.TotalHours, "hour"),
        _ => Counts.Words((long)span.TotalDays, "day"),
    };
}
