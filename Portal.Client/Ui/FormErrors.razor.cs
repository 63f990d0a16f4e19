using FluentValidation.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Portal.Shared;

namespace Portal.Client.Ui;

/// <summary>
/// Puts what the rules and the portal say beside the fields of an EditForm, and what belongs to no field above them. The rules speak while a person types,
/// the portal after it refused; what it said about a field goes when that field is edited.
/// <code>
/// &lt;EditForm Model="_draft" OnSubmit="SaveAsync"&gt;
///   &lt;FormErrors @ref="_errors" Check="cancellation => Rules.ValidateAsync(_draft.ToRequest(), cancellation)" /&gt;
///   &lt;Field Label="Name" @bind-Value="_draft.Name" /&gt;
///   &lt;SubmitButton Text="Save" /&gt;
/// &lt;/EditForm&gt;
///
/// private async Task SaveAsync()
/// {
///     switch (await Portal.SendAsync(_draft.ToRequest(), _leaving.Token))
///     {
///         case Answer&lt;ApiView&gt;.Refused(var refusal): _errors.Show(refusal); break;
///         case Answer&lt;ApiView&gt;.Given(var api): ...
///     }
/// }
/// </code>
/// The draft's properties are named like the request's; a fault "Routes[0].Path" finds its way to that object of the draft.
/// </summary>
public sealed partial class FormErrors : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private ValidationMessageStore _said = null!;
    private ValidationMessageStore _refused = null!;
    private Refusal? _refusal;
    private int _asked;

    [CascadingParameter]
    public required EditContext Form { get; set; }

    /// <summary>Holds what has been typed so far against the rules. Without it only the portal speaks.</summary>
    [Parameter]
    public Func<CancellationToken, Task<ValidationResult>>? Check { get; set; }

    /// <summary>Shows a refusal: each fault beside its field, the rest above the form.</summary>
    public void Show(Refusal refusal)
    {
        _said.Clear();
        _refused.Clear();
        var elsewhere = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (path, faults) in refusal.Faults)
        {
            if (FieldPath.Find(Form.Model, path) is { } field)
            {
                _refused.Add(field, faults);
            }
            else
            {
                elsewhere.Add(path, faults);
            }
        }

        // What stands beside its field is not said twice.
        _refusal = refusal.Faults.Count is 0 ? refusal : refusal with { Title = "Some fields need another look.", Detail = "", Faults = elsewhere };
        Form.NotifyValidationStateChanged();
        StateHasChanged();
    }

    /// <summary>Takes back everything that was said.</summary>
    public void Clear()
    {
        _said.Clear();
        _refused.Clear();
        _refusal = null;
        Form.NotifyValidationStateChanged();
        StateHasChanged();
    }

    public void Dispose()
    {
        Form.OnFieldChanged -= FieldChanged;
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override void OnInitialized()
    {
        _said = new ValidationMessageStore(Form);
        _refused = new ValidationMessageStore(Form);
        Form.OnFieldChanged += FieldChanged;
    }

    private void FieldChanged(object? sender, FieldChangedEventArgs change) => _ = InvokeAsync(() => AskRulesAsync(change.FieldIdentifier));

    private async Task AskRulesAsync(FieldIdentifier field)
    {
        _refused.Clear(field);
        if (Check is null)
        {
            Form.NotifyValidationStateChanged();
            return;
        }

        // Rules may ask the database; an answer to what was typed earlier must not overwrite a later one.
        var asked = ++_asked;
        var result = await Check(_leaving.Token);
        if (asked != _asked || _leaving.IsCancellationRequested)
        {
            return;
        }

        _said.Clear(field);
        _said.Add(field, result.Errors.Where(error => FieldPath.Find(Form.Model, error.PropertyName) is { } place && place.Equals(field)).Select(error => error.ErrorMessage));
        Form.NotifyValidationStateChanged();
    }
}
