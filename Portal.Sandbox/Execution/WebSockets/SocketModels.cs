using System.Runtime.CompilerServices;
using System.Text.Json;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.ApiGatewayV2.Models;
using Portal.Sandbox.ApiGatewayV2.Routes;
using Portal.Sandbox.Execution.Schemas;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>The models of a route: which one a message keeps to says the route's expression, else it is the one named <c>$default</c>. Without one a message may be anything.</summary>
internal static class SocketModels
{
    private static readonly ConditionalWeakTable<Model, object> Read = [];

    public static bool Fits(SocketExchange message)
    {
        var definition = message.Stage.Definition;
        if (definition.Api.DisableSchemaValidation is true || message.Route?.RequestModels is not { Count: > 0 } models)
        {
            return true;
        }

        var key = message.Route.ModelSelectionExpression is { Length: > 0 } expression ? RouteSelection.Key(expression, message.BodyText) : null;
        var name = (key is not null && models.TryGetValue(key, out var chosen) ? chosen : null) ?? (models.TryGetValue("$default", out var usual) ? usual : null);
        return name is null || Schema(definition, name) is not { } schema || Fits(message.BodyText, schema, definition);
    }

    /// <summary>What the route demands of a handshake and it has not, in words; empty if nothing.</summary>
    public static string Missing(SocketExchange connect)
    {
        string[] missing =
        [
            .. from parameter in connect.Route?.RequestParameters ?? Map<RequestParameter>.Empty
               where parameter.Value.Required && string.IsNullOrEmpty(connect.Mapped(parameter.Key))
               select parameter.Key.Split('.', 4)[^1],
        ];
        return missing is [] ? "" : $"Missing required request parameters: [{string.Join(", ", missing)}]";
    }

    private static bool Fits(string body, JsonElement schema, Definition definition)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return SchemaCheck.Faults(document.RootElement, schema, url => Schema(definition, url[(url.LastIndexOf('/') + 1)..])).Count is 0;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException or FormatException or System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static JsonElement? Schema(Definition definition, string name) => definition.Models.Values.FirstOrDefault(model => model.Name == name) is { Schema: { } text } found
        ? (JsonElement)Read.GetValue(found, _ => JsonSerializer.Deserialize<JsonElement>(text))
        : null;
}
