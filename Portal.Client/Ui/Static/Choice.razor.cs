using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui.Static;

/// <summary>
/// A box to tick with its label, for an EditForm, by plain post as well as on a circuit.
/// <code>&lt;Choice Label="Stay signed in" @bind-Value="Draft.Stay" /&gt;</code>
/// </summary>
public sealed partial class Choice
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    private string Id => $"field-{(NameAttributeValue is "" ? FieldIdentifier.FieldName : NameAttributeValue).Replace('.', '-')}";

    private string? Description => Hint is null ? null : $"{Id}-hint";

    // A box is either ticked or not; there is nothing to read from text.
    protected override bool TryParseValueFromString(string? value, out bool result, [NotNullWhen(false)] out string? validationErrorMessage)
        => throw new NotSupportedException();
}
