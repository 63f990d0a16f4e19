using Microsoft.AspNetCore.Components;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>The stages of an API in their order, each with what runs there; they can be given other places.</summary>
public sealed partial class PipelineCards
{
    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required IReadOnlyList<StageView> Stages { get; set; }

    /// <summary>The number of the API's latest revision.</summary>
    [Parameter, EditorRequired]
    public required int Latest { get; set; }

    /// <summary>Hears of the new order.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<Page<StageView>> OnMoved { get; set; }

    private async Task MoveAsync(StageView stage, int position)
    {
        (_busy, _refusal) = (true, null);
        switch (await Portal.SendAsync(new MoveStage { Id = stage.Id, Position = position }, Leaving))
        {
            case Answer<Page<StageView>>.Given(var moved):
                await OnMoved.InvokeAsync(moved);
                break;
            case Answer<Page<StageView>>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }
}
