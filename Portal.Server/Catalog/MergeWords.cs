using System.Text.Json;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Merging;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>Places of a document in few words.</summary>
internal static class MergeWords
{
    private const int Longest = 2000;

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static MergeConflict ToView(this MergedPlace place) => new()
    {
        Pointer = place.Pointer,
        Place = Words(place.Pointer),
        Before = Text(place.Before),
        Ours = Text(place.Ours),
        Theirs = Text(place.Theirs),
    };

    public static string Words(string pointer) => JsonPointer.Parse(pointer)!.ToArray() switch
    {
        ["paths", var path] => path,
        ["paths", var path, var method] when DocumentShape.Methods.Contains(method) => RouteName.Of(method, path).ToString(),
        ["paths", var path, var method, .. var rest] when DocumentShape.Methods.Contains(method) => $"{RouteName.Of(method, path)}, {string.Join(" ", rest)}",
        ["components", "securitySchemes", var name, .. var rest] => $"security scheme {string.Join(" ", [name, .. rest])}",
        ["securityDefinitions", var name, .. var rest] => $"security scheme {string.Join(" ", [name, .. rest])}",
        ["components", "schemas", var name] => $"model {name}",
        ["definitions", var name] => $"model {name}",
        ["x-amazon-apigateway-gateway-responses", var type] => $"gateway response {type}",
        ["x-amazon-apigateway-request-validators", var name] => $"validator {name}",
        ["x-amazon-apigateway-policy"] => "resource policy",
        var names => string.Join(" ", names),
    };

    private static string? Text(Slot slot) => !slot.IsThere ? null : (slot.Value?.ToJsonString(Indented) ?? "null") is var text && text.Length > Longest ? text[..Longest] + "…" : text;
}
