using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Stages;
using Portal.Shared.Sync;

namespace Portal.Client.Connections.Admin;

/// <summary>The client certificates of an account and Region: until when they hold, which stages show them, and their public parts. Each deed is a change set.</summary>
public sealed partial class CertificatesPage
{
    private Load<Page<ClientCertificateView>>? _certificates;
    private CertificateUsesView? _uses;
    private Refusal? _refusal;
    private bool _busy;
    private bool _looks;
    private PointedStages? _pointed;
    private string? _place;

    [Parameter]
    public Guid Id { get; set; }

    [PersistentState]
    public Load<ConnectionView>? Connection { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    protected override async Task OnInitializedAsync()
    {
        Connection ??= await Portal.SendAsync(new GetConnection(Id), Leaving);

        // AWS takes its time: the page is there before, and AWS is asked on the circuit alone.
        if (RendererInfo.IsInteractive)
        {
            await LoadAsync();
        }
    }

    // It takes a call for each API: the page is there before, and may have been drawn once without its certificates.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_looks && _certificates is Load<Page<ClientCertificateView>>.Ready({ Items: not [] }))
        {
            _looks = true;
            await LookForUsesAsync();
        }
    }

    private async Task LoadAsync() => _certificates = await Portal.SendAsync(new ListClientCertificates(Id), Leaving);

    /// <summary>A hundred APIs at a time, so that the page tells how far it is.</summary>
    private async Task LookForUsesAsync()
    {
        while (_refusal is null && _uses is not { IsWhole: true })
        {
            switch (await Portal.SendAsync(new GetCertificateUses(Id) { LeftOut = _uses?.Looked ?? 0 }, Leaving))
            {
                case Answer<CertificateUsesView>.Given(var uses):
                    // APIs that went meanwhile leave nothing to look at.
                    _uses = uses.Looked > (_uses?.Looked ?? -1) ? _uses?.With(uses) ?? uses : uses with { Certificates = _uses!.Certificates, Looked = uses.Apis };
                    break;
                case Answer<CertificateUsesView>.Refused(var refusal):
                    _refusal = refusal;
                    break;
            }

            StateHasChanged();
        }
    }

    private static string Name(ClientCertificateView certificate) => certificate.Description ?? certificate.AwsId;

    private static string Day(DateTimeOffset at) => at.ToUniversalTime().ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private string Stages(ClientCertificateView certificate) => _uses?.Of(certificate.AwsId) switch
    {
        null => "",
        [] => _uses.IsWhole ? "None" : "None so far",
        var stages => string.Join(", ", stages),
    };

    private string Seen() => _uses switch
    {
        null => _refusal is null ? "The stages of the APIs are being looked at." : "",
        { Apis: var all, Looked: var looked } when looked < all => string.Create(CultureInfo.InvariantCulture, $"The stages of {looked:N0} of {Counts.Words(all, "API")} were looked at{(_refusal is null ? "; the others follow" : "")}."),
        _ => "The stages of all REST APIs were looked at.",
    };

    private static string? Ending(Page<ClientCertificateView> certificates) => certificates.Items.Where(certificate => certificate.Age is not CertificateAge.Good).Select(Name).ToList() switch
    {
        [] => null,
        var names => $"Rotate these in time, because AWS renews none: {string.Join(", ", names)}.",
    };

    /// <summary>What is to be done of one that ends, in the order of a rotation.</summary>
    private string Next(ClientCertificateView certificate, IReadOnlyList<ClientCertificateView> all) => (_uses?.Of(certificate.AwsId), Others(certificate, all).Any(other => other.Age is CertificateAge.Good)) switch
    {
        ([_, ..], true) => $"{Name(certificate)}: once the backends trust the new one, point its stages at it.",
        (_, false) => $"{Name(certificate)}: rotate it, which generates a new one, and have the backends trust that.",
        ([], true) when _uses!.IsWhole => $"{Name(certificate)}: no stage shows it any more. It can be deleted.",
        _ => $"{Name(certificate)}: a new one is there. Which stages still show this one is being looked up.",
    };

    private static IEnumerable<ClientCertificateView> Others(ClientCertificateView certificate, IReadOnlyList<ClientCertificateView> all) =>
        all.Where(other => other.AwsId != certificate.AwsId && other.Age is not CertificateAge.Ended).OrderByDescending(other => other.ExpiresAt);

    private bool CanBePointed(ClientCertificateView certificate, IReadOnlyList<ClientCertificateView> all) => _uses?.Of(certificate.AwsId) is [_, ..] && Others(certificate, all).Any();

    private async Task PointAsync(ClientCertificateView certificate, IReadOnlyList<ClientCertificateView> all)
    {
        if (await PointDialog.ShowAsync(Dialogs, Id, certificate, [.. Others(certificate, all)]) is not { } pointed)
        {
            return;
        }

        (_busy, _pointed, _place, _refusal) = (true, pointed, null, null);
        StateHasChanged();
        await PlaceAsync(pointed.Runs);
        _busy = false;

        if (pointed is { Left: [], ApisLeft: 0 } && _place is { } place)
        {
            Navigation.NavigateTo(place);
        }
    }

    /// <summary>Several change sets are read and approved as one.</summary>
    private async Task PlaceAsync(IReadOnlyList<Guid> runs)
    {
        if (runs is [] or [_])
        {
            _place = runs is [var only] ? $"runs/{only}" : null;

            return;
        }

        switch (await Portal.SendAsync(new ProposeBundle { Things = [.. runs.Select(run => $"Run/{run}")] }, Leaving))
        {
            case Answer<ProposedBundle>.Given(var bundle):
                _place = $"runs/bundles/{bundle.Id}";
                break;
            case Answer<ProposedBundle>.Refused(var refusal):
                (_refusal, _place) = (refusal, "runs");
                break;
        }
    }

    private static IEnumerable<string> Said(PointedStages pointed)
    {
        yield return pointed.Stages is []
            ? "No stage of the portal's was last given this certificate, so none is pointed elsewhere: whoever had the stages show it must do so. Stages whose settings the portal leaves alone are kept on their pages."
            : $"Change sets wait for approval of {string.Join(", ", pointed.Stages)}.";

        foreach (var sentence in pointed.Left)
        {
            yield return sentence;
        }

        if (pointed.ApisLeft > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Stages of {pointed.ApisLeft:N0} more APIs show it: when these are done, point its stages again.");
        }
    }

    private async Task ProposeAsync(ClientCertificateView? of, bool describes)
    {
        if (await CertificateDialog.ShowAsync(Dialogs, Id, of, describes) is { RunId: var run })
        {
            Navigation.NavigateTo($"runs/{run}");
        }
    }

    /// <summary>It is confirmed on its change set.</summary>
    private async Task DeleteAsync(ClientCertificateView certificate)
    {
        if (await TeamDialog.ShowAsync(Dialogs, $"Delete {Name(certificate)}?", "The change set shows what would happen; nothing is deleted before it is approved.") is not { } team)
        {
            return;
        }

        (_busy, _refusal) = (true, null);
        StateHasChanged();
        switch (await Portal.SendAsync(new ProposeCertificateDeletion { ConnectionId = Id, Id = certificate.Id!.Value, TeamId = team }, Leaving))
        {
            case Answer<ProposedChange>.Given(var proposed):
                Navigation.NavigateTo($"runs/{proposed.RunId}");
                break;
            case Answer<ProposedChange>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }
}
