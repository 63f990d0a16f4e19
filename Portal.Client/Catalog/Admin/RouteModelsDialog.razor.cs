using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Says what is checked of a route, and which models its bodies have. Saving makes a revision.</summary>
public sealed partial class RouteModelsDialog
{
    private const string AsDefault = "";

    private Draft _draft = new();

    [Parameter, EditorRequired]
    public required ModelsView View { get; set; }

    [Parameter, EditorRequired]
    public required RouteModelsView Route { get; set; }

    private string[] Validators => [AsDefault, .. View.Validators.Select(validator => validator.Name)];

    private string[] Models => [.. View.Models.Select(model => model.Name)];

    private string Was => Route.FollowsDefault ? AsDefault : Route.Validator ?? AsDefault;

    /// <returns>The API with its new revision; null if nothing was changed.</returns>
    public static Task<RevisedApi?> ShowAsync(IDialogService dialogs, Guid api, ModelsView view, RouteModelsView route) => dialogs.OpenAsync<RouteModelsDialog, RevisedApi>(
        "Models",
        new()
        {
            { dialog => dialog.ApiId, api },
            { dialog => dialog.View, view },
            { dialog => dialog.Route, route },
        },
        SideDialog.Options);

    protected override void OnInitialized() => _draft = new()
    {
        Validator = Was,
        Request = [.. Route.Request.Select(BodyDraft.Of)],
        Answers = [.. Route.Answers.Select(BodyDraft.Of)],
    };

    private string Word(string validator) => validator is AsDefault ? $"As the API's default ({View.DefaultValidator ?? "nothing"})" : validator;

    private async Task SaveAsync()
    {
        List<BodyModel> request = [.. _draft.Request.Select(body => body.ToBody())];
        List<AnswerModel> answers = [.. _draft.Answers.Select(body => body.ToAnswer())];
        RouteEdit[] edits =
        [
            .. _draft.Validator == Was ? [] : new RouteEdit[] { new RouteEdit.SetValidator { Operations = [$"{Route.Method} {Route.Path}"], Validator = _draft.Validator is AsDefault ? null : _draft.Validator } },
            .. request.SequenceEqual(Route.Request) && answers.SequenceEqual(Route.Answers)
                ? []
                : new RouteEdit[] { new RouteEdit.SetModels { Method = Route.Method, Path = Route.Path, Request = request.SequenceEqual(Route.Request) ? null : request, Answers = answers.SequenceEqual(Route.Answers) ? null : answers } },
        ];

        if (edits is [])
        {
            Dialog.Cancel();
            return;
        }

        await SendAsync(edits);
    }

    private sealed class Draft
    {
        public string Validator { get; set; } = AsDefault;

        public List<BodyDraft> Request { get; init; } = [];

        public List<BodyDraft> Answers { get; init; } = [];
    }
}
