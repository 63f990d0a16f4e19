using Microsoft.AspNetCore.Components;
using Portal.Shared;

namespace Portal.Client.Ui;

/// <summary>
/// A refusal in its own words, with all its faults.
/// <code>&lt;RefusalAlert Why="refusal" OnRetry="LoadAsync" /&gt;</code>
/// </summary>
public sealed partial class RefusalAlert
{
    [Parameter, EditorRequired]
    public required Refusal Why { get; set; }

    /// <summary>What "Try again" does; without it there is no such button.</summary>
    [Parameter]
    public EventCallback OnRetry { get; set; }

    private IReadOnlyList<string> Faults => [.. Why.Faults.SelectMany(faults => faults.Value)];
}
