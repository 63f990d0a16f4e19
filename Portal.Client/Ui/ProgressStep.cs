using Portal.Shared.Sync;

namespace Portal.Client.Ui;

/// <summary>A step of something that takes a while.</summary>
/// <param name="Text">What it does: "Create the deployment".</param>
/// <param name="State">How far it is.</param>
/// <param name="Detail">What came of it, AWS's own words for instance; null where there is nothing to say.</param>
public sealed record ProgressStep(string Text, StepState State, string? Detail = null);
