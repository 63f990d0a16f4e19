using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Client.Plans.Admin;

/// <summary>Finds stages on a connection that are not in the plan yet.</summary>
public sealed partial class StagePicker
{
    private const int Most = 20;

    private Load<Page<ApiRow>>? _apis;
    private string? _words;
    private Guid _asked;

    [Parameter, EditorRequired]
    public required Guid Connection { get; set; }

    [Parameter, EditorRequired]
    public required string ConnectionName { get; set; }

    /// <summary>Those that are in the plan.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlySet<Guid> Chosen { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<PlanStageDraft> OnPick { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_asked != Connection)
        {
            _asked = Connection;
            await LoadAsync();
        }
    }

    private async Task SearchAsync(string words)
    {
        _words = words;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var (words, connection) = (_words, Connection);
        var apis = await Portal.SendAsync(new ListApis { Search = words, ConnectionId = connection, TakesKeys = true, Take = Most }, Leaving);

        // Of two searches on the way, the later is shown.
        if ((words, connection) == (_words, Connection))
        {
            _apis = apis;
        }
    }

    private List<(ApiRow Api, ApiStage Stage)> Free(Page<ApiRow> apis) =>
    [
        .. from api in apis.Items
           from stage in api.Stages
           where stage.Connection == ConnectionName && !Chosen.Contains(stage.Id)
           select (api, stage),
    ];

    private Task PickAsync(ApiRow api, ApiStage stage) =>
        OnPick.InvokeAsync(new PlanStageDraft { StageId = stage.Id, Stage = stage.Name, ApiId = api.Id, Api = api.Name, Protocol = api.Protocol, Runs = stage.Runs });
}
