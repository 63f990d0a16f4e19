using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>Chooses where a revision shall run, makes the stage if need be, and asks what that would change. Nothing is written to AWS; the change set is the next page.</summary>
public sealed partial class DeployForm
{
    /// <summary>In a dialog: its button names the form.</summary>
    public const string FormInDialog = "deploy-dialog-form";

    private Load<Choices>? _choices;
    private List<VariableDraft> _variables = [];
    private Guid? _stage;
    private string _name = "dev";
    private Guid _connection;
    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required Guid ApiId { get; set; }

    /// <summary>The revision to deploy.</summary>
    [Parameter, EditorRequired]
    public required int Revision { get; set; }

    /// <summary>The stage that is proposed; null proposes the first, or a new one.</summary>
    [Parameter]
    public Guid? Stage { get; set; }

    /// <summary>In a dialog the button stands in its foot.</summary>
    [Parameter]
    public bool IsInDialog { get; set; }

    /// <summary>Hears whether it is at work.</summary>
    [Parameter]
    public EventCallback<bool> OnBusy { get; set; }

    /// <summary>Hears that the page is left for the change set.</summary>
    [Parameter]
    public EventCallback OnProposed { get; set; }

    // The page below a dialog may have such a form too.
    private string Id(string part) => IsInDialog ? $"deploy-dialog-{part}" : $"deploy-{part}";

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        var stages = await Portal.SendAsync(new ListStages(ApiId), Leaving);
        var connections = await Portal.SendAsync(new ListConnections(), Leaving);
        var routes = await Portal.SendAsync(new GetRoutes(ApiId, Revision), Leaving);

        // What can be written to stands first.
        _choices = stages.Then(known => connections.Then(places => routes.Then<Choices>(view =>
            new Choices(known.Items, [.. places.Items.OrderByDescending(place => place.Writable)], StageVariables.NamedIn(view)))));

        if (_choices is Load<Choices>.Ready(var choices))
        {
            _stage = Stage ?? (choices.Stages is [var first, ..] ? first.Id : null);
            _connection = choices.Connections is [var place, ..] ? place.Id : Guid.Empty;
            _variables = VariableDraft.Of(new Dictionary<string, string>(), choices.Variables);
        }
    }

    private async Task ProposeAsync()
    {
        (_busy, _refusal) = (true, null);
        await OnBusy.InvokeAsync(true);

        var proposed = _stage is { } known ? await ProposeAsync(known) : await AddAsync();
        switch (proposed)
        {
            case Answer<ProposedDeployment>.Given({ RunId: var run }):
                await OnProposed.InvokeAsync();
                Navigation.NavigateTo($"runs/{run}");
                break;
            case Answer<ProposedDeployment>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
        await OnBusy.InvokeAsync(false);
    }

    private async Task<Answer<ProposedDeployment>> AddAsync()
    {
        switch (await Portal.SendAsync(new AddStage { ApiId = ApiId, ConnectionId = _connection, Name = _name.Trim(), Variables = VariableDraft.ToMap(_variables) }, Leaving))
        {
            case Answer<StageView>.Given({ Id: var added }):
                // The stage stays, whatever becomes of the proposal: a second try must not add it again.
                await LoadAsync();
                _stage = added;
                return await ProposeAsync(added);
            case Answer<StageView>.Refused(var refusal):
                return refusal;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private Task<Answer<ProposedDeployment>> ProposeAsync(Guid stage) => Portal.SendAsync(new ProposeDeployment { StageId = stage, Revision = Revision }, Leaving);

    private sealed record Choices(IReadOnlyList<StageView> Stages, IReadOnlyList<ConnectionView> Connections, IReadOnlyList<string> Variables);
}
