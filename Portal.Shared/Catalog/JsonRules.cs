using System.Globalization;
using System.Text.Json;
using FluentValidation;

namespace Portal.Shared.Catalog;

/// <summary>JSON that is typed as text: what is wrong with it is said with its line.</summary>
public static class JsonRules
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Null if the text is a JSON object: "Line 3, column 7: ...".</summary>
    public static string? FaultOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "Type a JSON object.";
        }

        try
        {
            using var document = JsonDocument.Parse(text, Strict);

            return document.RootElement.ValueKind is JsonValueKind.Object ? null : "Line 1: this is no JSON object; it begins with a brace.";
        }
        catch (JsonException wrong)
        {
            return Sentence(wrong);
        }
    }

    public static IRuleBuilderOptionsConditions<T, string> IsJsonObject<T>(this IRuleBuilder<T, string> rule) => rule.Custom((text, context) =>
    {
        if (FaultOf(text) is { } fault)
        {
            context.AddFailure(fault);
        }
    });

    private static string Sentence(JsonException wrong)
    {
        // Its own message ends with the place, counted from 0.
        var end = wrong.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var words = end < 0 ? wrong.Message : wrong.Message[..end];

        return wrong.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $"Line {line + 1}, column {(wrong.BytePositionInLine ?? 0) + 1}: {words}") : words;
    }
}
