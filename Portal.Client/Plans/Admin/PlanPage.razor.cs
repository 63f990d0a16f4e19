using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Plans;

namespace Portal.Client.Plans.Admin;

/// <summary>One usage plan: its limits, its stages, and how it stands towards AWS.</summary>
public sealed partial class PlanPage
{
    private Guid _shown;
    private Refusal? _refusal;
    private bool _isSame;
    private bool _busy;

    [Parameter]
    public Guid Id { get; set; }

    [PersistentState]
    public Load<UsagePlanView>? Plan { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (Plan is null || (_shown != Guid.Empty && _shown != Id))
        {
            Plan = null;
            await LoadAsync();
        }

        _shown = Id;
    }

    private async Task LoadAsync() => Plan = await Portal.SendAsync(new GetUsagePlan(Id), Leaving);

    private async Task ProposeAsync(UsagePlanView plan)
    {
        (_busy, _refusal, _isSame) = (true, null, false);
        switch (await Portal.SendAsync(new ProposeUsagePlan(plan.Id), Leaving))
        {
            case Answer<ProposedUsagePlan>.Given({ IsEmpty: true }):
                _isSame = true;
                await LoadAsync();
                break;
            case Answer<ProposedUsagePlan>.Given({ RunId: var run }):
                Navigation.NavigateTo($"runs/{run}");
                break;
            case Answer<ProposedUsagePlan>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }

    private async Task DeleteAsync(UsagePlanView plan)
    {
        // What is in AWS is confirmed on its change set.
        if (plan.State is UsagePlanState.Draft
            && !await Dialogs.ConfirmAsync("Delete the usage plan?", $"{plan.Name} is removed from the portal. It is not in AWS.", "Delete", dangerous: true))
        {
            return;
        }

        (_busy, _refusal) = (true, null);
        switch (await Portal.SendAsync(new DeleteUsagePlan(plan.Id, plan.Version), Leaving))
        {
            case Answer<DeletedUsagePlan>.Given({ RunId: { } run }):
                Navigation.NavigateTo($"runs/{run}");
                break;
            case Answer<DeletedUsagePlan>.Given:
                Navigation.NavigateTo("plans");
                break;
            case Answer<DeletedUsagePlan>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }
}
