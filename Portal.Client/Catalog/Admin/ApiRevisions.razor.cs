using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Every revision of an API: who made it when, of what, and what it changed.</summary>
public sealed partial class ApiRevisions
{
    private int _latest;
    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required ApiView Api { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<RevisedApi> OnRevised { get; set; }

    [PersistentState]
    public Load<Page<RevisionView>>? Revisions { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        // What came over from prerendering is of this API as it is.
        if (_latest is 0 && Revisions is not null)
        {
            _latest = Api.Latest.Number;
        }

        if (_latest != Api.Latest.Number)
        {
            _latest = Api.Latest.Number;
            await LoadAsync();
        }
    }

    private async Task LoadAsync() => Revisions = await Portal.SendAsync(new ListRevisions { ApiId = Api.Id }, Leaving);

    private async Task RestoreAsync(RevisionView revision)
    {
        if (!await Dialogs.ConfirmAsync("Go back?", $"The next revision says what revision {revision.Number} says, letter for letter. The ones between stay in the history.", "Go back"))
        {
            return;
        }

        (_busy, _refusal) = (true, null);
        switch (await Portal.SendAsync(new RestoreRevision { ApiId = Api.Id, Number = revision.Number, BaseRevision = Api.Latest.Number }, Leaving))
        {
            case Answer<RevisedApi>.Given(var revised):
                await OnRevised.InvokeAsync(revised);
                break;
            case Answer<RevisedApi>.Refused(var refusal):
                _refusal = refusal;
                break;
        }

        _busy = false;
    }

    private async Task MoreAsync()
    {
        if (Revisions is not Load<Page<RevisionView>>.Ready(var shown))
        {
            return;
        }

        _busy = true;
        var more = await Portal.SendAsync(new ListRevisions { ApiId = Api.Id, Skip = shown.Items.Count }, Leaving);
        Revisions = more.Then<Page<RevisionView>>(page => new Page<RevisionView> { Items = [.. shown.Items, .. page.Items], Total = page.Total });
        _busy = false;
    }
}
