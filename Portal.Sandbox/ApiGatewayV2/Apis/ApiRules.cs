using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Apis;

/// <summary>Checks of HTTP and WebSocket APIs. But for the name's and the tags', the texts are not recorded from the service.</summary>
internal static class ApiRules
{
    private const int LongestName = 128;
    private const int MostTags = 50;
    private const int LongestAge = 86_400;

    public static void Check(Api api)
    {
        if (api.Name is "" or { Length: > LongestName })
        {
            throw AwsError.BadRequest("Invalid API name specified");
        }

        if (api.Tags.Count > MostTags)
        {
            throw AwsError.BadRequest("Too many tags: an API can have 50");
        }

        if (api.ProtocolType is Api.Http)
        {
            CheckHttp(api);
        }
        else
        {
            CheckWebSocket(api);
        }
    }

    private static void CheckHttp(Api api)
    {
        if (api.RouteSelectionExpression is not ("$request.method $request.path" or "${request.method} ${request.path}"))
        {
            throw AwsError.BadRequest("Invalid route selection expression specified. For HTTP APIs it must be ${request.method} ${request.path}");
        }

        if (api.DisableSchemaValidation is not null)
        {
            throw AwsError.BadRequest("Schema validation is not supported for HTTP APIs");
        }

        if (api.CorsConfiguration is { AllowCredentials: true } cors && (cors.AllowOrigins?.Contains("*") is true || cors.AllowHeaders?.Contains("*") is true || cors.AllowMethods?.Contains("*") is true))
        {
            throw AwsError.BadRequest("CORS with credentials needs origins, headers and methods that are named; * is none");
        }

        if (api.CorsConfiguration?.MaxAge is < -1 or > LongestAge)
        {
            throw AwsError.BadRequest("Invalid CORS max age specified. Must be between -1 and 86400");
        }
    }

    private static void CheckWebSocket(Api api)
    {
        if (api.RouteSelectionExpression is "")
        {
            throw AwsError.BadRequest("Route selection expression is required for WEBSOCKET APIs");
        }

        if (api.CorsConfiguration is not null)
        {
            throw AwsError.BadRequest("CORS configuration is only supported for HTTP APIs");
        }
    }
}
