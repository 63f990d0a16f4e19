using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Routes;

/// <summary>Checks of routes. The texts are not recorded from the service.</summary>
internal static partial class RouteRules
{
    private const int MostScopes = 10;

    /// <summary>Takes the route if it fits into the definition, whose integrations and authorizers it names.</summary>
    public static void Check(Definition definition, Route route)
    {
        CheckKey(definition, route.RouteKey);
        if (definition.Routes.Values.Any(other => other.RouteId != route.RouteId && other.RouteKey == route.RouteKey))
        {
            throw AwsError.Conflict($"Route with key {route.RouteKey} already exists for this API");
        }

        if (route.Target is { } target && !(target.Split('/') is ["integrations", var id] && definition.Integrations.ContainsKey(id)))
        {
            throw AwsError.BadRequest($"Invalid target specified: {target}. The target of a route must be integrations/ and the id of an integration of this API");
        }

        CheckAuthorization(definition, route);
        if (definition.IsHttp && (route.ApiKeyRequired || route.RequestModels is not null || route.ModelSelectionExpression is not null || route.RouteResponseSelectionExpression is not null))
        {
            throw AwsError.BadRequest("API keys, models and selection expressions of routes are only supported for WEBSOCKET APIs");
        }
    }

    private static void CheckKey(Definition definition, string key)
    {
        if (key is "")
        {
            throw AwsError.BadRequest("Route key cannot be empty");
        }

        if (definition.IsHttp && key is not Route.Default && !HttpKey().IsMatch(key))
        {
            throw AwsError.BadRequest("The provided route key is not formatted properly for HTTP protocol. Format should be \"<HTTP METHOD> /<RESOURCE PATH>\" or \"$default\"");
        }
    }

    private static void CheckAuthorization(Definition definition, Route route)
    {
        var wanted = route.AuthorizationType switch { "JWT" => "JWT", "CUSTOM" => "REQUEST", _ => null };
        if (wanted is not null && definition.Authorizers.Find(route.AuthorizerId ?? "")?.AuthorizerType != wanted)
        {
            throw AwsError.BadRequest($"Invalid authorizer ID specified. Setting the authorization type to {route.AuthorizationType} requires a valid authorizer.");
        }

        if (route.AuthorizationScopes is { Count: > 0 } && route.AuthorizationType is not "JWT")
        {
            throw AwsError.BadRequest("Authorization scopes are only valid for the JWT authorization type");
        }

        if (route.AuthorizationScopes is { Count: > MostScopes })
        {
            throw AwsError.BadRequest("Too many authorization scopes: a route can have 10");
        }

        if (!definition.IsHttp && route is { AuthorizationType: not "NONE", RouteKey: not "$connect" })
        {
            throw AwsError.BadRequest("Authorization of a WEBSOCKET API is only supported on the $connect route");
        }
    }

    // A greedy variable is the last segment.
    [GeneratedRegex(@"\A(ANY|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) /(([^/{}]*|\{[^/{}+]+\})/)*([^/{}]*|\{[^/{}+]+\+?\})\z")]
    private static partial Regex HttpKey();
}
