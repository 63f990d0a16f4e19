using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui.Static;

/// <summary>
/// A labelled line (or more) of text with its hint and its faults, for an EditForm. It works by plain post as well as on a circuit.
/// <code>
/// &lt;Field Label="E-mail" Type="email" Autocomplete="username" @bind-Value="Draft.Email" /&gt;
/// &lt;Field Label="Description" Lines="4" Required="false" Hint="Shown in the catalog." @bind-Value="Draft.Description" /&gt;
/// </code>
/// </summary>
public sealed partial class Field
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>As in HTML: text, email, password, url, number, search.</summary>
    [Parameter]
    public string Type { get; set; } = "text";

    /// <summary>As in HTML: username, current-password, new-password, one-time-code, off.</summary>
    [Parameter]
    public string Autocomplete { get; set; } = "off";

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public bool Required { get; set; } = true;

    /// <summary>More than one makes it a text area.</summary>
    [Parameter]
    public int Lines { get; set; } = 1;

    private string Id => $"field-{(NameAttributeValue is "" ? FieldIdentifier.FieldName : NameAttributeValue).Replace('.', '-')}";

    private IReadOnlyList<string> Faults => EditContext is null ? [] : [.. EditContext.GetValidationMessages(FieldIdentifier)];

    private string? Invalid => Faults is [] ? null : "true";

    private string Description => Hint is null ? $"{Id}-faults" : $"{Id}-hint {Id}-faults";

    protected override bool TryParseValueFromString(string? value, out string? result, [NotNullWhen(false)] out string? validationErrorMessage)
    {
        result = value;
        validationErrorMessage = null;
        return true;
    }
}
