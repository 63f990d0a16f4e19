using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>How much of AWS's quotas is in use; counted when somebody wants to know, because it takes calls.</summary>
public sealed partial class HeadroomPanel
{
    private HeadroomView? _headroom;
    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required Guid Connection { get; set; }

    private async Task CountAsync()
    {
        (_busy, _refusal) = (true, null);
        StateHasChanged();
        switch (await Portal.SendAsync(new GetHeadroom(Connection), Leaving))
        {
            case Answer<HeadroomView>.Given(var headroom):
                _headroom = headroom;
                break;
            case Answer<HeadroomView>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }

    private static List<QuotaView> Tight(HeadroomView headroom) => [.. headroom.Quotas.Where(quota => quota.IsTight)];

    private static string Warning(List<QuotaView> tight) => string.Join(' ', tight.Select(quota => string.Create(
        CultureInfo.InvariantCulture,
        $"{quota.What}{(quota.Of is null ? "" : $" ({quota.Of})")}: {Number(quota.Used)} of {Number(quota.Limit)}. {(quota.CanBeRaised ? "AWS raises it on request, in Service Quotas." : "AWS does not raise it: use another account or Region, or remove what nobody uses.")}")));

    private static string Words(HeadroomView headroom) => (headroom.Apis == headroom.ApisCounted
        ? "Resources and stages of all APIs are counted."
        : string.Create(CultureInfo.InvariantCulture, $"Resources and stages of {headroom.ApisCounted} of {Counts.Words(headroom.Apis, "API")} are counted; each time some more are."))
        + " AWS may have raised a quota for this account; here stands what every account has.";

    private static string Share(QuotaView quota) => quota.Share.ToString("P0", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
