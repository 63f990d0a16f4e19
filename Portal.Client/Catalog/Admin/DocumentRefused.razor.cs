using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Shared;

namespace Portal.Client.Catalog.Admin;

/// <summary>Why a document was not taken; where it cannot be read, with the line that stops it.</summary>
public sealed partial class DocumentRefused
{
    private const int LongestLine = 300;

    [Parameter, EditorRequired]
    public required Refusal Why { get; set; }

    /// <summary>The text that was sent, where the page has it.</summary>
    [Parameter]
    public string? Sent { get; set; }

    private bool IsUnreadable => Why.Type is "urn:portal:catalog:unreadable";

    private int? Line => IsUnreadable
        && Why.Faults.TryGetValue("line", out var said) && said is [var text, ..]
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? line
            : null;

    private string? Text(int number)
    {
        var at = 1;
        foreach (var line in (Sent ?? "").AsSpan().EnumerateLines())
        {
            if (at++ == number)
            {
                return line.Length <= LongestLine ? line.ToString() : $"{line[..LongestLine]}…";
            }
        }

        return null;
    }
}
