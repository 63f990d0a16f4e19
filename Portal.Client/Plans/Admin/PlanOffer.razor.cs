using Microsoft.AspNetCore.Components;
using Portal.Shared;
using Portal.Shared.Plans;

namespace Portal.Client.Plans.Admin;

/// <summary>Whether developers may subscribe to a plan.</summary>
public sealed partial class PlanOffer
{
    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required UsagePlanView Plan { get; set; }

    [Parameter]
    public EventCallback<UsagePlanView> OnOffered { get; set; }

    private async Task OfferAsync(ChangeEventArgs change)
    {
        (_busy, _refusal) = (true, null);

        switch (await Portal.SendAsync(new OfferUsagePlan { Id = Plan.Id, Availability = Enum.Parse<Availability>((string)change.Value!) }, Leaving))
        {
            case Answer<UsagePlanView>.Given(var plan):
                await OnOffered.InvokeAsync(plan);
                break;
            case Answer<UsagePlanView>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }
}
