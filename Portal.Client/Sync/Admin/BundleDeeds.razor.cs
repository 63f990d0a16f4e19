using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>What can be done with a bundle now: one approval for all of it.</summary>
public sealed partial class BundleDeeds
{
    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required BundleView Bundle { get; set; }

    /// <summary>Hears how the bundle is after a deed.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<BundleView> OnDone { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    private async Task ApproveAsync()
    {
        var items = Bundle.Items.Where(item => item is { State: RunState.Proposed, Objection: null }).ToList();
        var sentence = string.Join(' ', [$"{Bundle.Title}: {Count(Bundle.Approvable, "change set")} with {Count(items.Sum(item => item.Progress.Total), "step")} written to AWS.", .. items.SelectMany(item => item.Brakes)]);
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
        switch (await Portal.SendAsync(deed, Leaving))
        {
            case Answer<BundleView>.Given(var bundle):
                await OnDone.InvokeAsync(bundle);
                break;
            case Answer<BundleView>.Refused(var refusal):
                _refusal = refusal;
                await ReadAgainAsync();
                break;
        }

        _busy = false;
    }

    // A no mostly means that it is no longer as it was shown.
    private async Task ReadAgainAsync()
    {
        if (await Portal.SendAsync(new GetBundle(Bundle.Id), Leaving) is Answer<BundleView>.Given(var now))
        {
            await OnDone.InvokeAsync(now);
        }
    }

    private static string Count(int count, string noun) => count is 1 ? $"1 {noun}" : $"{count} {noun}s";
}
