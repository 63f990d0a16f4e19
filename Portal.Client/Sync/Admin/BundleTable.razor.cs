using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Client.Sync.Admin;

/// <summary>A page of the parts of a bundle, by state, and what is done with several of them: to leave them out, to take them in again.</summary>
public sealed partial class BundleTable
{
    private readonly HashSet<string> _picked = [];
    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required BundleView Bundle { get; set; }

    /// <summary>Only these are shown; null is all.</summary>
    [Parameter, EditorRequired]
    public required PartState? State { get; set; }

    /// <summary>From 1.</summary>
    [Parameter, EditorRequired]
    public required int Page { get; set; }

    /// <summary>Is called when something was done, and the bundle is to be read again.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnDone { get; set; }

    private IReadOnlyList<string> Picked => [.. _picked.Order(StringComparer.Ordinal)];

    private async Task DoAsync(IRequest<BundleView> deed)
    {
        (_busy, _refusal) = (true, null);
        if (await Portal.SendAsync(deed, Leaving) is Answer<BundleView>.Refused(var refusal))
        {
            _refusal = refusal;
        }
        else
        {
            _picked.Clear();
        }

        await OnDone.InvokeAsync();
        _busy = false;
    }

    private string Address(string? state, int page) =>
        Ui.Address.Of($"runs/bundles/{Bundle.Id}", ("state", state), ("page", Ui.ListPage.Word(page)));

    private static string Label(string word, int count) => $"{word} ({Number(count)})";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
