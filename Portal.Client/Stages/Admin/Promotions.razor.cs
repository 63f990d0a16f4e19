using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>What was promoted in an API's pipeline, by whom, and what became of it.</summary>
public sealed partial class Promotions
{
    private const int Most = 5;

    private Load<Page<PromotionView>>? _promotions;
    private bool _all;

    [Parameter, EditorRequired]
    public required Guid ApiId { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync() => _promotions = await Portal.SendAsync(new ListPromotions(ApiId), Leaving);
}
