using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>A parameter of a route as the editor shows it. It is named by its name and where it stands.</summary>
internal sealed record RouteParameter
{
    public required string Name { get; init; }

    /// <summary>path, query, header or cookie; in OpenAPI 2.0 also body and formData.</summary>
    public required string In { get; init; }

    public required bool Required { get; init; }

    /// <summary>string, integer, number, boolean, array, object; null where the document does not say.</summary>
    public required string? Type { get; init; }

    /// <summary>Declared once for all methods of the path: shown with each of them, changed with none.</summary>
    public bool IsOfPath { get; init; }

    /// <summary>A header's name has no case.</summary>
    public bool IsSameAs(RouteParameter other) => In == other.In && Name.Equals(other.Name, In is "header" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>The parameters of an operation or a path item, references followed.</summary>
    public static IEnumerable<RouteParameter> AllOf(JsonObject owner, JsonObject root) => owner.Items("parameters").Select(parameter => Of(parameter, root)).OfType<RouteParameter>();

    /// <summary>Null if the node is no parameter.</summary>
    public static RouteParameter? Of(JsonNode? node, JsonObject root)
    {
        var json = References.Follow(root, node);

        return (json.Text("name"), json.Text("in")) is ({ } name, { } place)
            ? new RouteParameter { Name = name, In = place, Required = json.Flag("required"), Type = TypeOf(json, root) }
            : null;
    }

    private static string? TypeOf(JsonNode? parameter, JsonObject root)
    {
        var typed = parameter.Node("type") is null ? References.Follow(root, parameter.Node("schema")) : parameter;

        // OpenAPI 3.1 may list several types, mostly one and null.
        return typed.Text("type") ?? typed.Items("type").Select(type => type.AsText).FirstOrDefault(type => type is not (null or "null"));
    }
}
