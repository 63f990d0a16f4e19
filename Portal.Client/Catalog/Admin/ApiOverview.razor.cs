using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Stages.Admin;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Client.Catalog.Admin;

/// <summary>How an API stands and what comes next: what keeps it from being deployed, its first deployment, or what runs where.</summary>
public sealed partial class ApiOverview
{
    private Load<FindingsView>? _findings;
    private int _loaded;

    [Parameter, EditorRequired]
    public required ApiView Api { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<RevisedApi> OnRevised { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [PersistentState]
    public Load<Page<StageView>>? Stages { get; set; }

    private string Counts => string.Join(", ", new[] { Many(Api.Findings.Errors, "error"), Many(Api.Findings.Warnings, "warning"), Many(Api.Findings.Infos, "remark") });

    protected override async Task OnParametersSetAsync()
    {
        if (Stages is null && Api.Stages is not [])
        {
            await LoadStagesAsync();
        }

        if (Api.Findings.Errors > 0 && _loaded != Api.Latest.Number && RendererInfo.IsInteractive)
        {
            _loaded = Api.Latest.Number;
            await LoadFindingsAsync();
        }
    }

    private static string Many(int count, string what) => count is 1 ? $"1 {what}" : $"{count} {what}s";

    private async Task LoadStagesAsync() => Stages = await Portal.SendAsync(new ListStages(Api.Id), Leaving);

    private async Task AddStageAsync()
    {
        if (await AddStageDialog.ShowAsync(Dialogs, Api.Id, Api.Name) is not null)
        {
            await LoadStagesAsync();
        }
    }

    private async Task LoadFindingsAsync() => _findings = await Portal.SendAsync(new GetFindings(Api.Id, Api.Latest.Number), Leaving);
}
