using Microsoft.AspNetCore.Components;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>What a stage holds in AWS beside what it serves: limits, logs, cache, firewall, tags. Saving changes it in the portal; a change set brings it to AWS.</summary>
public sealed partial class StageSetupForm
{
    private Load<StageSetupView>? _setup;
    private StageSetupDraft _draft = new();
    private FormErrors _errors = null!;
    private bool _busy;
    private bool _saved;

    [Parameter, EditorRequired]
    public required StageView Stage { get; set; }

    /// <summary>The stage has another version now.</summary>
    [Parameter]
    public EventCallback OnSaved { get; set; }

    // What the portal leaves alone is asked of AWS: on the circuit alone.
    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? LoadAsync() : Task.CompletedTask;

    private static string Words(AccessLogPlace place) => place switch
    {
        AccessLogPlace.Connection => "Where the connection says",
        AccessLogPlace.Own => "Elsewhere",
        _ => "Nowhere",
    };

    private static string Hint(AccessLogPlace place, StageSetupView setup) => place switch
    {
        AccessLogPlace.Connection => setup.ConnectionLogGroup ?? "The connection has no log group: nothing is written down.",
        AccessLogPlace.Own => "For a log that others read.",
        _ => "The portal then knows nothing of single consumers.",
    };

    private async Task LoadAsync()
    {
        _setup = null;
        Show(await Portal.SendAsync(new GetStageSetup(Stage.Id), Leaving));
    }

    private void Show(Load<StageSetupView> setup)
    {
        _setup = setup;

        if (setup is Load<StageSetupView>.Ready(var view))
        {
            _draft = StageSetupDraft.Of(view);
        }
    }

    private async Task SaveAsync(StageSetupView setup, bool proposes)
    {
        (_busy, _saved) = (true, false);
        switch (await Portal.SendAsync(_draft.ToRequest(setup.Id, setup.Version), Leaving))
        {
            case Answer<StageSetupView>.Given(var saved):
                Show(new Load<StageSetupView>.Ready(saved));
                _saved = true;
                await OnSaved.InvokeAsync();
                await (proposes ? ProposeAsync() : Task.CompletedTask);
                break;
            case Answer<StageSetupView>.Refused(var refusal):
                _errors.Show(refusal);
                break;
        }

        _busy = false;
    }

    private async Task ProposeAsync()
    {
        switch (await Portal.SendAsync(new ProposeStageSetup(Stage.Id), Leaving))
        {
            case Answer<ProposedDeployment>.Given({ RunId: var run }):
                Navigation.NavigateTo($"runs/{run}");
                break;
            case Answer<ProposedDeployment>.Refused(var refusal):
                _errors.Show(refusal);
                break;
        }
    }
}
