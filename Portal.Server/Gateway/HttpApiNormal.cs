namespace Portal.Server.Gateway;

/// <summary>Brings an HTTP API into its one normal form, whether it was projected from a document or read: spelling as AWS has it, its defaults written out.</summary>
internal static class HttpApiNormal
{
    public const int LongestTimeout = 30_000;

    /// <summary>The route for whatever no other takes.</summary>
    public const string DefaultRoute = "$default";

    public static HttpApiSpec Of(HttpApiSpec api) => api with
    {
        Description = TextOrNull(api.Description),
        Version = TextOrNull(api.Version),
        Cors = Of(api.Cors),
        Routes = new(from route in api.Routes select KeyValuePair.Create(route.Key, Of(route.Value))),
        Authorizers = new(from authorizer in api.Authorizers select KeyValuePair.Create(authorizer.Key, Of(authorizer.Value))),
    };

    /// <summary>Names of headers and origins are the same in capitals and small letters.</summary>
    private static CorsSpec? Of(CorsSpec? cors) => cors is null or { AllowCredentials: false, AllowHeaders: [], AllowMethods: [], AllowOrigins: [], ExposeHeaders: [], MaxAge: null } ? null : cors with
    {
        AllowHeaders = Small(cors.AllowHeaders),
        AllowMethods = [.. cors.AllowMethods.Select(method => method.ToUpperInvariant()).Distinct()],
        AllowOrigins = Small(cors.AllowOrigins),
        ExposeHeaders = Small(cors.ExposeHeaders),
    };

    private static HttpRouteSpec Of(HttpRouteSpec route) => route with
    {
        OperationName = TextOrNull(route.OperationName),
        Integration = route.Integration is null ? null : Of(route.Integration),
    };

    private static HttpIntegrationSpec Of(HttpIntegrationSpec integration) => integration with
    {
        Type = integration.Type.ToUpperInvariant(),
        Subtype = TextOrNull(integration.Subtype),
        // A function is always asked by POST.
        HttpMethod = integration is { Type: "AWS_PROXY", Subtype: null } ? "POST" : TextOrNull(integration.HttpMethod)?.ToUpperInvariant(),
        Uri = TextOrNull(integration.Uri),
        ConnectionType = integration.ConnectionType is "" ? "INTERNET" : integration.ConnectionType.ToUpperInvariant(),
        ConnectionId = TextOrNull(integration.ConnectionId),
        Credentials = TextOrNull(integration.Credentials),
        Description = TextOrNull(integration.Description),
        PayloadFormatVersion = integration.PayloadFormatVersion is "" ? "1.0" : integration.PayloadFormatVersion,
        TimeoutInMillis = integration.TimeoutInMillis is 0 ? LongestTimeout : integration.TimeoutInMillis,
        TlsServerName = TextOrNull(integration.TlsServerName),
    };

    private static HttpAuthorizerSpec Of(HttpAuthorizerSpec authorizer) => authorizer with
    {
        Uri = TextOrNull(authorizer.Uri),
        Credentials = TextOrNull(authorizer.Credentials),
        PayloadFormatVersion = TextOrNull(authorizer.PayloadFormatVersion),
    };

    private static IReadOnlyList<string> Small(IReadOnlyList<string> names) => [.. names.Select(name => name.ToLowerInvariant()).Distinct()];

    private static string? TextOrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
