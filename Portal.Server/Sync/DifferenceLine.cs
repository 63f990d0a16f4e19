using System.Globalization;
using System.Text.Json;
using Portal.Server.Gateway;
using Portal.Shared;

namespace Portal.Server.Sync;

/// <summary>One member that differs.</summary>
/// <param name="Pointer">Where, as a JSON pointer into the spec: "/methods/GET ~1pets/integration/uri". It goes on into JSON that stands in a text.</param>
/// <param name="Before">The value as JSON, or null for none.</param>
/// <param name="After">The value as JSON, or null for none.</param>
internal sealed record DifferenceLine(string Pointer, string? Before, string? After)
{
    private const int Longest = 100;

    public IReadOnlyList<string> Path => [.. Pointer[1..].Split('/').Select(PointerName.Unescaped)];

    /// <summary>The line for a person: a long value is shortened, a whole method is told in words.</summary>
    public override string ToString() => $"{Pointer}: {Shown(Before)} -> {Shown(After)}";

    /// <summary>The line with everything in it.</summary>
    public string ToFullText() => $"{Pointer}: {Before ?? "(none)"} -> {After ?? "(none)"}";

    private string Shown(string? json) => json switch
    {
        null => "(none)",
        _ when Path is ["methods", _] => $"({MethodWords.Describe(JsonSerializer.Deserialize(json, GatewayJson.Canonical.MethodSpec)!)})",
        _ => Shortened(json),
    };

    /// <summary>A text for a sentence.</summary>
    public static string Quoted(string? text) => text is null ? "(none)" : $"\"{Shortened(text)}\"";

    public static string Shortened(string text) => text.Length <= Longest
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{text[..(Longest - 20)]}… ({text.Length:N0} characters)");
}
