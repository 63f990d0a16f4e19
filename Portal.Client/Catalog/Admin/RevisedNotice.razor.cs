using Microsoft.AspNetCore.Components;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Says what was saved and what it causes, and takes it back by one click.</summary>
public sealed partial class RevisedNotice
{
    private const int Shown = 8;

    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public required RevisedApi Revised { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<RevisedApi> OnRevised { get; set; }

    private FindingLevel? Worst => Revised.Caused is [var worst, ..] ? worst.Level : null;

    private string Said => Revised.IsNew ? $"Saved as revision {Revised.Api.Latest.Number}: {Revised.Api.Latest.Summary}" : "Nothing has changed, so there is no new revision.";

    private async Task UndoAsync()
    {
        (_busy, _refusal) = (true, null);
        var latest = Revised.Api.Latest.Number;

        switch (await Portal.SendAsync(new RestoreRevision { ApiId = Revised.Api.Id, Number = latest - 1, BaseRevision = latest }, Leaving))
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
}
