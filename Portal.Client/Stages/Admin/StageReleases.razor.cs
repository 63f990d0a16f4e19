using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>What a stage runs, where it answers, and what it ran before.</summary>
public sealed partial class StageReleases
{
    private Load<StageAddressView>? _address;
    private Load<Page<ReleaseView>>? _releases;

    [Parameter, EditorRequired]
    public required StageView Stage { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive && Stage.Runs is not null)
        {
            await LoadReleasesAsync();
            await LoadAddressAsync();
        }
    }

    private async Task LoadReleasesAsync() => _releases = await Portal.SendAsync(new ListReleases(Stage.Id), Leaving);

    private async Task LoadAddressAsync() => _address = await Portal.SendAsync(new GetStageAddress(Stage.Id), Leaving);
}
