using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Client.Connections.Admin;

/// <summary>The VPC links of an account and Region: whether they work, where they lead and what goes through them. Each deed is a change set.</summary>
public sealed partial class VpcLinksPage
{
    private Load<Page<VpcLinkView>>? _links;
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

    private async Task LoadAsync() => _links = await Portal.SendAsync(new ListVpcLinks(Id), Leaving);

    private static string Word(VpcLinkView link) => link.Status switch
    {
        "AVAILABLE" => "Available",
        "PENDING" => "Being made",
        "DELETING" => "Being deleted",
        "FAILED" => "Failed",
        "INACTIVE" => "Inactive, for it was not used",
        var other => other,
    };

    private static Tone ToneOf(VpcLinkView link) => link.Status switch
    {
        "AVAILABLE" => Tone.Good,
        "FAILED" => Tone.Bad,
        "INACTIVE" => Tone.Warning,
        _ => Tone.Info,
    };

    private static string Where(VpcLinkView link) => link.TargetArn ?? string.Join(", ", link.SubnetIds.Concat(link.SecurityGroupIds));

    private async Task ProposeAsync(VpcLinkView? of)
    {
        if (await VpcLinkDialog.ShowAsync(Dialogs, Id, of) is { RunId: var run })
        {
            Navigation.NavigateTo($"runs/{run}");
        }
    }

    /// <summary>It is confirmed on its change set.</summary>
    private async Task DeleteAsync(VpcLinkView link)
    {
        if (await TeamDialog.ShowAsync(Dialogs, $"Delete {link.Name}?", "The change set shows what would happen; nothing is deleted before it is approved.") is not { } team)
        {
            return;
        }

        (_busy, _refusal) = (true, null);
        StateHasChanged();
        switch (await Portal.SendAsync(new ProposeVpcLinkDeletion { ConnectionId = Id, Id = link.Id!.Value, TeamId = team }, Leaving))
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
