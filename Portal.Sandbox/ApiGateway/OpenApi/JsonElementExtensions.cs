using System.Text.Json;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>Reading without asking twice: what is absent or of another kind is undefined, and undefined has no members.</summary>
internal static class JsonElementExtensions
{
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    public static bool IsThere(this JsonElement element) => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public static IEnumerable<JsonProperty> Members(this JsonElement element) =>
        element.ValueKind is JsonValueKind.Object ? element.EnumerateObject() : [];

    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind is JsonValueKind.Array ? element.EnumerateArray() : [];

    public static string? Text(this JsonElement element) => element.ValueKind is JsonValueKind.String ? element.GetString() : null;

    /// <summary>A text, or a number or flag as its text: documents write <c>statusCode: 200</c> and <c>statusCode: "200"</c>.</summary>
    public static string? Scalar(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
        _ => null,
    };

    public static bool IsTrue(this JsonElement element) => element.ValueKind is JsonValueKind.True || element.Text() is "true";

    public static int? Whole(this JsonElement element) => element.ValueKind is JsonValueKind.Number && element.TryGetInt32(out var value) ? value : null;

    /// <summary>A template: a text, or any JSON written in its place.</summary>
    public static string Template(this JsonElement element) => element.Text() ?? element.GetRawText();
}
