using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Portal.Client.Ui;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>
/// Saves what is typed in a dialog as edits of a document, and says inside its EditForm what came of it: a fault beside its field, a refusal above.
/// Where somebody else was faster, what was typed stays and can be put on top of theirs.
/// <code>
/// &lt;EditForm Model="_draft" OnSubmit="SaveAsync"&gt;
///   &lt;EditSaving @ref="_saving" ApiId="ApiId" Revision="Revision" /&gt;
///   ...
/// if (await _saving.SendAsync(_draft.ToEdit()) is { } revised) { Dialog.Close(revised); }
/// </code>
/// </summary>
public sealed partial class EditSaving
{
    private FormErrors _errors = null!;
    private RevisionView? _behind;
    private int _base;

    [Parameter, EditorRequired]
    public required Guid ApiId { get; set; }

    /// <summary>What is edited.</summary>
    [Parameter, EditorRequired]
    public required int Revision { get; set; }

    /// <summary>The draft's properties that have fields of their own.</summary>
    [Parameter]
    public IReadOnlyList<string> Parts { get; set; } = [];

    /// <summary>Fields of edits that are called otherwise in the draft.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string> Names { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["To"] = "Name", ["NewKey"] = "Key" };

    [CascadingParameter]
    public required EditContext Form { get; set; }

    /// <summary>Holds what has been typed so far against the rules, beside what the portal says.</summary>
    [Parameter]
    public Func<CancellationToken, Task<ValidationResult>>? Check { get; set; }

    /// <returns>Null where nothing was saved, and why stands there.</returns>
    public async Task<RevisedApi?> SendAsync(params IReadOnlyList<RouteEdit> edits)
    {
        _errors.Clear();

        switch (await Portal.SendAsync(new EditRoutes { ApiId = ApiId, BaseRevision = _base, Edits = edits }, Leaving))
        {
            case Answer<RevisedApi>.Given(var revised):
                return revised;
            case Answer<RevisedApi>.Refused({ Kind: RefusalKind.ChangedMeanwhile } refusal):
                await CatchUpAsync(refusal);
                break;
            case Answer<RevisedApi>.Refused(var refusal):
                _errors.Show(refusal with { Faults = refusal.Faults.GroupBy(fault => Field(fault.Key)).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.SelectMany(fault => fault.Value)]) });
                break;
        }

        return null;
    }

    protected override void OnInitialized() => _base = Revision;

    /// <summary>A draft has its fields in a row, or in parts: "Edits[0].Authorizer.UserPools[1]" is about UserPools.</summary>
    private string Field(string path)
    {
        var name = path.Split('.')[^1].Split('[')[0] is var last && Names.TryGetValue(last, out var other) ? other : last;

        return FieldPath.Find(Form.Model, name) is not null ? name : Parts.Select(part => $"{part}.{name}").FirstOrDefault(field => FieldPath.Find(Form.Model, field) is not null) ?? name;
    }

    private async Task CatchUpAsync(Refusal refusal)
    {
        if (await Portal.SendAsync(new GetApi(ApiId), Leaving) is Answer<ApiView>.Given({ Latest: var latest }) && latest.Number > _base)
        {
            (_behind, _base) = (latest, latest.Number);
            StateHasChanged();

            return;
        }

        _errors.Show(refusal);
    }
}
