using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Route = Portal.Sandbox.ApiGatewayV2.Routes.Route;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>Which route a message goes to: the API's expression over its body, such as <c>$request.body.action</c>, else <c>$default</c>.</summary>
internal static partial class RouteSelection
{
    public static Route? Find(Definition definition, string message)
    {
        var key = Key(definition.Api.RouteSelectionExpression, message);
        return (key is null or ['$', ..] ? null : Of(definition, key)) ?? Of(definition, Route.Default);
    }

    public static Route? Of(Definition definition, string key) => definition.Routes.Values.FirstOrDefault(route => route.RouteKey == key);

    /// <summary>Null if the message has not what the expression asks for.</summary>
    public static string? Key(string expression, string message)
    {
        if (Whole().Match(expression) is { Success: true } whole)
        {
            return JsonPath.Find(message, $"$.{whole.Groups["path"].Value}");
        }

        var missing = false;
        var key = Inside().Replace(expression, match =>
        {
            var value = JsonPath.Find(message, $"$.{match.Groups["path"].Value}");
            missing |= value is null;
            return value ?? "";
        });
        return missing ? null : key;
    }

    [GeneratedRegex(@"\A\$\{?request\.body\.(?<path>[\w.\-\[\]]+)\}?\z")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\$\{request\.body\.(?<path>[\w.\-\[\]]+)\}")]
    private static partial Regex Inside();
}
