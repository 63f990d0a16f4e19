using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Identity;

namespace Portal.Client.Catalog.Admin;

/// <summary>What the catalog says about an API, to change it; and the way to remove it.</summary>
public sealed partial class ChangeApiDialog
{
    private readonly Draft _draft = new();
    private IReadOnlyList<TeamView> _teams = [];
    private List<TagDraft> _awsTags = [];

    [Parameter, EditorRequired]
    public required ApiView Api { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    private ChangeApi Request => new()
    {
        Id = Api.Id,
        Name = _draft.Name ?? "",
        Description = _draft.Description ?? "",
        Status = _draft.Status,
        TeamId = _draft.TeamId,
        Audience = _draft.Audience,
        Tags = (_draft.Tags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        AwsTags = TagDraft.ToMap(_awsTags),
        Version = Api.Version,
    };

    /// <returns>The API as it is afterwards; null if nothing was changed.</returns>
    public static Task<ApiView?> ShowAsync(IDialogService dialogs, ApiView api) =>
        dialogs.OpenAsync<ChangeApiDialog, ApiView>("Settings", new() { { dialog => dialog.Api, api } });

    protected override async Task OnInitializedAsync()
    {
        (_draft.Name, _draft.Description, _draft.Status, _draft.TeamId) = (Api.Name, Api.Description, Api.Status, Api.Team.Id);
        (_draft.Audience, _draft.Tags) = (Api.Audience, string.Join(", ", Api.Tags));
        _awsTags = TagDraft.Of(Api.AwsTags);
        _teams = [Api.Team];

        if (await Portal.SendAsync(new ListTeams(), Leaving) is Answer<Page<TeamView>>.Given(var teams))
        {
            _teams = [.. teams.Items.Where(team => team.Id != Api.Team.Id).Prepend(Api.Team)];
        }
    }

    private Task SaveAsync() => SendAsync(Request);

    private async Task DeleteAsync()
    {
        if (!await Dialogs.ConfirmAsync("Remove the API?", $"'{Api.Name}' is removed from the catalog with its {Counts.Words(Api.Latest.Number, "revision")} and its stages. AWS is not touched.", "Remove", dangerous: true, typed: Api.Name))
        {
            return;
        }

        switch (await Portal.SendAsync(new DeleteApi(Api.Id, Api.Version), Leaving))
        {
            case Answer<Nothing>.Given:
                Dialog.Cancel();
                Navigation.NavigateTo("apis");
                break;
            case Answer<Nothing>.Refused(var refusal):
                Errors.Show(refusal);
                break;
        }
    }

    private sealed class Draft
    {
        public string? Name { get; set; }

        public string? Description { get; set; }

        public ApiStatus Status { get; set; }

        public Audience Audience { get; set; }

        public string? Tags { get; set; }

        public Guid TeamId { get; set; }
    }
}
