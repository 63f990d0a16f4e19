using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>What a promotion would change for callers, to be read before it is proposed.</summary>
public sealed partial class PromotePage
{
    private Guid _shown;
    private Refusal? _refusal;
    private bool _takesSettings;
    private bool _busy;

    [Parameter]
    public Guid ApiId { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    [PersistentState]
    public Load<PromotionReview>? Review { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (Review is null || (_shown != Guid.Empty && _shown != Id))
        {
            await LoadAsync();
        }

        _shown = Id;
    }

    private bool MayBePromoted(PromotionReview review) => review.Change is { Missing: [] } && (!review.Change.IsSame || (_takesSettings && review.OtherSettings is not []));

    private async Task LoadAsync()
    {
        (Review, _refusal) = (null, null);
        Review = await Portal.SendAsync(new ReviewPromotion(Id), Leaving);
    }

    private async Task ProposeAsync(PromotionReview review)
    {
        (_busy, _refusal) = (true, null);
        switch (await Portal.SendAsync(new ProposePromotion { StageId = Id, Release = review.Change.Release.Id, TakeSettings = _takesSettings }, Leaving))
        {
            case Answer<ProposedDeployment>.Given({ RunId: var run }):
                // What was just reviewed need not be asked for a third time: the next page opens with the question.
                Navigation.NavigateTo($"runs/{run}?approve=true");
                break;
            case Answer<ProposedDeployment>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }
}
