using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Plans;

namespace Portal.Client.Plans.Admin;

/// <summary>Changes a usage plan in the portal.</summary>
public sealed partial class EditPlanPage
{
    private PlanDraft _draft = new();
    private PlanForm _form = null!;
    private bool _busy;

    [Parameter]
    public Guid Id { get; set; }

    [PersistentState]
    public Load<UsagePlanView>? Plan { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Plan is null)
        {
            await LoadAsync();
        }

        Take();
    }

    private async Task LoadAsync()
    {
        Plan = await Portal.SendAsync(new GetUsagePlan(Id), Leaving);
        Take();
    }

    private void Take()
    {
        if (Plan is Load<UsagePlanView>.Ready(var plan))
        {
            _draft = PlanDraft.Of(plan);
        }
    }

    private async Task SaveAsync(UsagePlanView plan)
    {
        _busy = true;
        switch (await Portal.SendAsync(_draft.ToChange(plan.Id, plan.Version), Leaving))
        {
            case Answer<UsagePlanView>.Given:
                Navigation.NavigateTo($"plans/{plan.Id}");
                break;
            case Answer<UsagePlanView>.Refused(var refusal):
                _form.Show(refusal);
                break;
        }

        _busy = false;
    }
}
