using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>What can be done with a bundle now: one approval for all of it.</summary>
public sealed partial class BundleDeeds
{
    private const int Few = 5;

    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required BundleView Bundle { get; set; }

    /// <summary>Is called after a deed, also one that was refused: mostly the bundle is then no longer as it was shown.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnDone { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    /// <summary>How many are yet to be begun.</summary>
    private int Open => Bundle.Count(PartState.Waiting) + Bundle.Count(PartState.Proposed) + Bundle.Count(PartState.HeldBack) + Bundle.Count(PartState.Approved);

    private async Task ApproveAsync()
    {
        List<string> brakes = Bundle.Brakes.Count <= Few ? [.. Bundle.Brakes] : [.. Bundle.Brakes.Take(Few), $"And {Bundle.Brakes.Count - Few} more that the page lists."];
        var sentence = string.Join(' ', [$"{Bundle.Title}: {Counts.Words(Bundle.Approvable, "change set")} with {Counts.Words(Bundle.Steps, "step")} written to AWS.", .. brakes]);
        var typed = Bundle.NamesToType is [] ? null : string.Join(", ", Bundle.NamesToType);

        if (await Dialogs.ConfirmAsync("Apply all of these changes?", sentence, "Approve and apply", dangerous: typed is not null, typed: typed))
        {
            await DoAsync(new ApproveBundle { Id = Bundle.Id, Fingerprint = Bundle.Fingerprint!, ConfirmedNames = Bundle.NamesToType });
        }
    }

    private async Task CancelAsync()
    {
        if (await Dialogs.ConfirmAsync("Set these changes aside?", $"{Bundle.Title}: what has not begun is not begun any more. What runs goes on, and what is done stays.", "Set aside"))
        {
            await DoAsync(new CancelBundle(Bundle.Id));
        }
    }

    private async Task DoAsync(IRequest<BundleView> deed)
    {
        (_busy, _refusal) = (true, null);
        if (await Portal.SendAsync(deed, Leaving) is Answer<BundleView>.Refused(var refusal))
        {
            _refusal = refusal;
        }

        await OnDone.InvokeAsync();
        _busy = false;
    }
}
