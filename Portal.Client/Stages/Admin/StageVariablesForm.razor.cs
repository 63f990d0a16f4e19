using Microsoft.AspNetCore.Components;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>The variables of a stage, with those that the latest revision needs. Saving changes them in the portal; AWS gets them with the next deployment.</summary>
public sealed partial class StageVariablesForm
{
    private List<VariableDraft> _variables = [];
    private Refusal? _refusal;
    private bool _busy;
    private bool _saved;

    [Parameter, EditorRequired]
    public required StageView Stage { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<StageView> OnSaved { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _variables = VariableDraft.Of(Stage.Variables, []);

        if (RendererInfo.IsInteractive && await Portal.SendAsync(new GetRoutes(Stage.ApiId, null), Leaving) is Answer<RoutesView>.Given(var view))
        {
            _variables = VariableDraft.Of(Stage.Variables, StageVariables.NamedIn(view));
        }
    }

    private async Task SaveAsync()
    {
        (_busy, _saved, _refusal) = (true, false, null);
        switch (await Portal.SendAsync(new ChangeStage { Id = Stage.Id, Variables = VariableDraft.ToMap(_variables), Version = Stage.Version }, Leaving))
        {
            case Answer<StageView>.Given(var saved):
                _saved = true;
                await OnSaved.InvokeAsync(saved);
                break;
            case Answer<StageView>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }
}
