using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Client.Stages;

/// <summary>A message that names a route, where the API's route selection expression says how: by one member of the body.</summary>
internal static partial class SuggestedMessage
{
    /// <summary>The route of what names no other.</summary>
    public const string Default = "$default";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null where no message can be told from the expression.</summary>
    public static string? Of(string expression, string route)
    {
        if (Member().Match(expression) is not { Success: true } member)
        {
            return null;
        }

        if (route is Default)
        {
            return "{}";
        }

        var names = member.Groups["path"].Value.Split('.');

        return names.Reverse().Aggregate((JsonNode)JsonValue.Create(route), (inner, name) => new JsonObject { [name] = inner }).ToJsonString(Readable).Replace("\":", "\": ", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\A(\$request\.body\.(?<path>[\w-]+(\.[\w-]+)*)|\$\{request\.body\.(?<path>[\w-]+(\.[\w-]+)*)\})\z")]
    private static partial Regex Member();
}
