using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents.WebSockets;
using Portal.Shared;

namespace Portal.Server.Catalog.Documents;

/// <summary>Named schemas of a document, which become API Gateway's models, and where they are referred to.</summary>
internal static class Models
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject? Of(JsonObject root, OpenApiVersion version) => version.IsSwagger ? root.Member("definitions") : root.Member("components").Member("schemas");

    public static string Pointer(OpenApiVersion version, string name) => version.IsSwagger ? JsonPointer.Of("definitions", name) : JsonPointer.Of("components", "schemas", name);

    public static string Reference(OpenApiVersion version, string name) => "#" + Pointer(version, name);

    public static string Text(JsonNode? schema) => schema?.ToJsonString(Readable) ?? "null";

    /// <summary>The model that a schema refers to as a whole; null where it is described in place.</summary>
    public static string? NameOf(OpenApiVersion version, JsonNode? schema) =>
        schema.Text("$ref") is ['#', .. var reference] && JsonPointer.Parse(Uri.UnescapeDataString(reference)) is { } names
            ? (version.IsSwagger, names) switch
            {
                (true, ["definitions", var name]) => name,
                (false, ["components", "schemas", var name]) => name,
                _ => null,
            }
            : null;

    /// <summary>By model: where it is referred to, "GET /pets", another model's name, or a place.</summary>
    public static Dictionary<string, List<string>> Users(JsonObject root, OpenApiVersion version)
    {
        var users = new Dictionary<string, List<string>>();
        var prefix = "#" + (version.IsSwagger ? "/definitions/" : "/components/schemas/");
        Walk(root, "", "");

        return users;

        void Walk(JsonNode? node, string pointer, string user)
        {
            switch (node)
            {
                case JsonObject json:
                    if (json.Text("$ref") is { } reference && Uri.UnescapeDataString(reference) is var target && target.StartsWith(prefix, StringComparison.Ordinal))
                    {
                        Use(JsonPointer.Parse("/" + target[prefix.Length..])?[0] ?? "", user);
                    }

                    // Routes of WebSocket APIs name them.
                    foreach (var named in SocketSide.All.SelectMany(side => json.Member(side.Models).Members).Select(model => model.Value.AsText).OfType<string>())
                    {
                        Use(named, user);
                    }

                    foreach (var (name, value) in json)
                    {
                        Walk(value, $"{pointer}/{PointerName.Escaped(name)}", User(pointer, name, user));
                    }

                    break;

                case JsonArray array:
                    foreach (var item in array)
                    {
                        Walk(item, pointer, user);
                    }

                    break;
            }
        }

        // A model that contains itself is not used by that.
        void Use(string model, string user)
        {
            if (user != model)
            {
                var known = users.TryGetValue(model, out var list) ? list : users[model] = [];

                if (!known.Contains(user))
                {
                    known.Add(user);
                }
            }
        }

        string User(string pointer, string name, string user) => pointer switch
        {
            "/components/schemas" or "/definitions" => name,
            "" => name,
            _ when pointer.StartsWith("/paths/~1", StringComparison.Ordinal) && pointer.LastIndexOf('/') == "/paths".Length && DocumentShape.Methods.Contains(name)
                => RouteName.Of(name, JsonPointer.Parse(pointer)![1]).ToString(),
            _ when pointer.StartsWith("/components/", StringComparison.Ordinal) && pointer.LastIndexOf('/') == "/components".Length => $"{pointer["/components/".Length..]}.{name}",
            _ => user,
        };
    }
}
