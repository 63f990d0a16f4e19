using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Connections.Admin;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>The domain names of an account and Region: what they lead to, and the DNS record that each needs. Each deed is a change set.</summary>
public sealed partial class DomainNamesPage
{
    private Load<Page<DomainNameView>>? _domains;
    private Refusal? _refusal;
    private bool _busy;

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

    private async Task LoadAsync() => _domains = await Portal.SendAsync(new ListDomainNames(Id), Leaving);

    /// <summary>There may be several private names that are spelled alike.</summary>
    private static string Named(DomainNameView domain) => domain.Private is { } only ? $"{domain.Name}, private, {only.NameId}" : domain.Name;

    private static string Word(DomainNameView domain) => domain.Status switch
    {
        "AVAILABLE" => "Available",
        "UPDATING" => "Being changed",
        "PENDING" => "Being made",
        var other => domain.StatusMessage is { Length: > 0 } message ? $"{other}: {message}" : other,
    };

    private async Task ProposeAsync(DomainNameView? of)
    {
        if (Connection is Load<ConnectionView>.Ready(var connection) && await DomainNameDialog.ShowAsync(Dialogs, connection, of) is { RunId: var run })
        {
            Navigation.NavigateTo($"runs/{run}");
        }
    }

    /// <summary>It is confirmed on its change set.</summary>
    private async Task DeleteAsync(DomainNameView domain)
    {
        if (await TeamDialog.ShowAsync(Dialogs, $"Delete {domain.Name}?", "The change set shows what would happen; nothing is deleted before it is approved.") is not { } team)
        {
            return;
        }

        (_busy, _refusal) = (true, null);
        StateHasChanged();
        switch (await Portal.SendAsync(new ProposeDomainNameDeletion { ConnectionId = Id, Id = domain.Id!.Value, TeamId = team }, Leaving))
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
