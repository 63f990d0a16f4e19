using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>One stage: what runs there and ran before, its variables, and a call to try it.</summary>
public sealed partial class StagePage
{
    private const string Trying = "try";

    private Guid _shown;
    private Refusal? _refusal;

    [Parameter]
    public Guid ApiId { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    public string? Tab { get; set; }

    [PersistentState]
    public Load<StageView>? Stage { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    private string Here => Tab is "variables" or Trying or "settings" or "protection" ? Tab : "";

    protected override async Task OnParametersSetAsync()
    {
        if (Stage is null || (_shown != Guid.Empty && _shown != Id))
        {
            Stage = null;
            await LoadAsync();
        }

        _shown = Id;
    }

    private static Tab[] Tabs(StageView stage) => [new("", "What runs"), new("variables", "Variables", stage.Variables.Count), new("settings", "Settings"), new(Trying, "Try it"), new("protection", "Protection")];

    private async Task LoadAsync() => Stage = await Portal.SendAsync(new GetStage(Id), Leaving);

    private async Task DeployAsync(StageView stage)
    {
        _refusal = null;
        switch (await Portal.SendAsync(new GetApi(stage.ApiId), Leaving))
        {
            case Answer<ApiView>.Given(var api):
                await DeployDialog.ShowAsync(Dialogs, api.Id, api.Name, api.Latest.Number, stage.Id);
                break;
            case Answer<ApiView>.Refused(var refusal):
                _refusal = refusal;
                break;
        }
    }

    private async Task RemoveAsync(StageView stage)
    {
        if (!await Dialogs.ConfirmAsync("Remove the stage?", $"The stage {stage.Name} of {stage.Api} is removed from the portal. Nothing was deployed to it, so AWS is not touched.", "Remove", dangerous: true))
        {
            return;
        }

        switch (await Portal.SendAsync(new RemoveStage(stage.Id, stage.Version), Leaving))
        {
            case Answer<Nothing>.Given:
                Navigation.NavigateTo($"apis/{stage.ApiId}");
                break;
            case Answer<Nothing>.Refused(var refusal):
                _refusal = refusal;
                break;
        }
    }
}
