using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui.Static;

/// <summary>
/// One of a list, by the browser's own select, for an EditForm, by plain post as well as on a circuit.
/// <code>&lt;Options Label="Protocol" Items="Enum.GetValues&lt;Protocol&gt;()" Text="protocol => protocol.ToString()" @bind-Value="_draft.Protocol" /&gt;</code>
/// </summary>
public sealed partial class Options<T>
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<T> Items { get; set; }

    [Parameter, EditorRequired]
    public required Func<T, string> Text { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    private string Id => $"field-{(NameAttributeValue is "" ? FieldIdentifier.FieldName : NameAttributeValue).Replace('.', '-')}";

    private IReadOnlyList<string> Faults => EditContext is null ? [] : [.. EditContext.GetValidationMessages(FieldIdentifier)];

    private string Description => Hint is null ? $"{Id}-faults" : $"{Id}-hint {Id}-faults";

    protected override string? FormatValueAsString(T? value) => BindConverter.FormatValue(value, CultureInfo.InvariantCulture)?.ToString();

    protected override bool TryParseValueFromString(string? value, [MaybeNullWhen(false)] out T result, [NotNullWhen(false)] out string? validationErrorMessage)
    {
        if (BindConverter.TryConvertTo(value, CultureInfo.InvariantCulture, out result!) && Items.Contains(result))
        {
            validationErrorMessage = null;
            return true;
        }

        validationErrorMessage = "Choose one of the list.";
        return false;
    }
}
