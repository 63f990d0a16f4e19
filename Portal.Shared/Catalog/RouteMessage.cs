using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Shared.Catalog;

/// <summary>The message that comes to a route of a WebSocket API, where the API's route selection expression reads it from one member of the message.</summary>
public static partial class RouteMessage
{
    /// <summary>The route of messages that name no other.</summary>
    public const string DefaultRoute = "$default";

    /// <summary>The expression of APIs whose document says none.</summary>
    public const string DefaultSelection = "$request.body.action";

    /// <param name="selection">The API's route selection expression.</param>
    /// <param name="route">The key of the route.</param>
    /// <param name="example">What else is sent to that route.</param>
    /// <returns>Null where the expression reads anything but one member: then no message can be told from it.</returns>
    public static JsonObject? Of(string selection, string route, JsonObject? example = null)
    {
        if (Member().Match(selection) is not { Success: true } member)
        {
            return null;
        }

        var message = example?.DeepClone().AsObject() ?? [];

        if (route is not DefaultRoute)
        {
            Name(message, member.Groups["path"].Value.Split('.'), route);
        }

        return message;
    }

    private static void Name(JsonObject message, string[] path, string route)
    {
        var holder = message;

        foreach (var name in path[..^1])
        {
            if (holder[name] is not JsonObject inner)
            {
                PutFirst(holder, name, inner = []);
            }

            holder = inner;
        }

        PutFirst(holder, path[^1], route);
    }

    /// <summary>Where a reader looks.</summary>
    private static void PutFirst(JsonObject holder, string name, JsonNode value)
    {
        holder.Remove(name);
        holder.Insert(0, name, value);
    }

    [GeneratedRegex(@"\A(\$request\.body\.(?<path>[\w-]+(\.[\w-]+)*)|\$\{request\.body\.(?<path>[\w-]+(\.[\w-]+)*)\})\z")]
    private static partial Regex Member();
}
