using System.Text.Json;

namespace Portal.Server.Connections;

/// <summary>A resource of API Gateway in a state: what it is, where it stands, and those of its attributes that somebody asks for.</summary>
internal sealed class TerraformResource
{
    private const int LongestAddress = 400;

    private readonly JsonElement _attributes;

    private TerraformResource(string type, string address, JsonElement attributes)
    {
        (Type, _attributes) = (type, attributes);
        Address = new([.. address.Where(letter => !char.IsControl(letter)).Take(LongestAddress)]);
    }

    public string Type { get; }

    /// <summary>"module.shop.aws_api_gateway_rest_api.orders[0]".</summary>
    public string Address { get; }

    /// <summary>As its ARN says it, or, since version 6 of the provider, an attribute; null where neither does.</summary>
    public string? Region => Attribute("arn")?.Split(':') is [_, _, _, { Length: > 0 } region, ..] ? region : Attribute("region") is { Length: > 0 } said ? said : null;

    public string? Attribute(string name) => Text(_attributes, name);

    /// <summary>Of the file: resources with an instance for each of their keys.</summary>
    public static IEnumerable<TerraformResource> OfState(JsonElement state) =>
        from resource in Items(state, "resources")
        let type = Text(resource, "type")
        where type is not null && TerraformClaims.Has(type) && Text(resource, "mode") is "managed"
        let module = Text(resource, "module") is { Length: > 0 } path ? $"{path}." : ""
        from instance in Items(resource, "instances")
        where instance.ValueKind is JsonValueKind.Object
        let attributes = instance.TryGetProperty("attributes", out var given) && given.ValueKind is JsonValueKind.Object ? given : instance.TryGetProperty("attributes_flat", out var flat) ? flat : default
        select new TerraformResource(type, $"{module}{type}.{Text(resource, "name")}{KeyOf(instance, "index_key")}", attributes);

    /// <summary>Of what "show -json" prints: modules in modules.</summary>
    public static IEnumerable<TerraformResource> OfShown(JsonElement shown) =>
        shown.TryGetProperty("values", out var values) && values.ValueKind is JsonValueKind.Object && values.TryGetProperty("root_module", out var root) ? OfModule(root) : [];

    private static IEnumerable<TerraformResource> OfModule(JsonElement module)
    {
        var own =
            from resource in Items(module, "resources")
            let type = Text(resource, "type")
            where type is not null && TerraformClaims.Has(type) && Text(resource, "mode") is "managed"
            select new TerraformResource(type, Text(resource, "address") ?? type, resource.TryGetProperty("values", out var values) ? values : default);

        return own.Concat(Items(module, "child_modules").SelectMany(OfModule));
    }

    private static string KeyOf(JsonElement instance, string name) => instance.TryGetProperty(name, out var key)
        ? key.ValueKind switch
        {
            JsonValueKind.Number => $"[{key.GetRawText()}]",
            JsonValueKind.String => $"[\"{key.GetString()}\"]",
            _ => "",
        }
        : "";

    private static JsonElement.ArrayEnumerator Items(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var items) && items.ValueKind is JsonValueKind.Array ? items.EnumerateArray() : default;

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
