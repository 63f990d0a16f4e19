using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>A stage in a few lines: what runs there, since when, and where it is called.</summary>
public sealed partial class StageCard
{
    private Load<StageAddressView>? _address;

    [Parameter, EditorRequired]
    public required StageView Stage { get; set; }

    /// <summary>The number of the API's latest revision.</summary>
    [Parameter, EditorRequired]
    public required int Latest { get; set; }

    /// <summary>What else can be done with it, where it stands.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override async Task OnInitializedAsync()
    {
        // AWS is asked once, not for the first painting too.
        if (RendererInfo.IsInteractive && Stage.Runs is not null)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync() => _address = await Portal.SendAsync(new GetStageAddress(Stage.Id), Leaving);
}
