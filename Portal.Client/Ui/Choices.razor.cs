using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>
/// Boxes to tick, several of a list, for an EditForm on a circuit.
/// <code>&lt;Choices Label="Roles" Items="Roles.All" Text="role => role.ToString()" @bind-Value="_draft.Roles" /&gt;</code>
/// </summary>
public sealed partial class Choices<T>
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<T> Items { get; set; }

    [Parameter, EditorRequired]
    public required Func<T, string> Text { get; set; }

    /// <summary>A few words beside each.</summary>
    [Parameter]
    public Func<T, string>? Hint { get; set; }

    private string Id => $"field-{FieldIdentifier.FieldName}";

    private IReadOnlyList<string> Faults => EditContext is null ? [] : [.. EditContext.GetValidationMessages(FieldIdentifier)];

    // Boxes are ticked; there is nothing to read from text.
    protected override bool TryParseValueFromString(string? value, out IReadOnlyList<T> result, [NotNullWhen(false)] out string? validationErrorMessage)
        => throw new NotSupportedException();

    private bool IsChosen(T item) => CurrentValue?.Contains(item) ?? false;

    private void Choose(T item, bool on) => CurrentValue = [.. Items.Where(other => EqualityComparer<T>.Default.Equals(other, item) ? on : IsChosen(other))];
}
