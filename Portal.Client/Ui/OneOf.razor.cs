using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// One of a few, each with a line that says what choosing it means, for an EditForm on a circuit.
/// <code>&lt;OneOf Label="Protocol" Items="Enum.GetValues&lt;Protocol&gt;()" Text="protocol => protocol.Word()" Hint="Help" @bind-Value="_draft.Protocol" /&gt;</code>
/// </summary>
public sealed partial class OneOf<T>
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<T> Items { get; set; }

    [Parameter, EditorRequired]
    public required Func<T, string> Text { get; set; }

    /// <summary>What choosing it means.</summary>
    [Parameter]
    public Func<T, string>? Hint { get; set; }

    /// <summary>Shown, and not to be chosen now.</summary>
    [Parameter]
    public Func<T, bool>? Off { get; set; }

    private string Id => $"field-{FieldIdentifier.FieldName}";

    private IReadOnlyList<string> Faults => EditContext is null ? [] : [.. EditContext.GetValidationMessages(FieldIdentifier)];

    // One is clicked; there is nothing to read from text.
    protected override bool TryParseValueFromString(string? value, [MaybeNullWhen(false)] out T result, [NotNullWhen(false)] out string? validationErrorMessage)
        => throw new NotSupportedException();

    private bool IsChosen(T item) => EqualityComparer<T>.Default.Equals(CurrentValue, item);
}
