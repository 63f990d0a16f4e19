using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Server.Gateway;

/// <summary>Who may call a private domain name, in one form: AWS may give the name's own address back for what was written as execute-api:/*, and quote the whole once more.</summary>
internal static partial class NamePolicy
{
    private const string Own = "execute-api:/*";

    /// <param name="policy">As JSON.</param>
    /// <param name="name">The name whose policy it is.</param>
    public static string Of(string policy, string name)
    {
        var text = policy.StartsWith("{\\\"", StringComparison.Ordinal) ? JsonSerializer.Deserialize<string>($"\"{policy}\"")! : policy;

        return CanonicalJson.Of(Short(JsonNode.Parse(text), name));
    }

    private static JsonNode? Short(JsonNode? node, string name) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Short(member.Value, name)))),
        JsonArray items => new JsonArray([.. items.Select(item => Short(item, name))]),
        JsonValue value when value.TryGetValue<string>(out var text) && Address().Match(text) is { Success: true } match && match.Groups["name"].Value == name => Own,
        _ => node?.DeepClone(),
    };

    // arn:aws:execute-api:eu-west-1:123456789012:/domainnames/private.example.com+abcd1234
    [GeneratedRegex(@"\Aarn:[^:]+:execute-api:[^:]*:[^:]*:/domainnames/(?<name>[^+/]+)\+[A-Za-z0-9]+(/\*)?\z")]
    private static partial Regex Address();
}
