using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Apis;

/// <summary>An HTTP or WebSocket API as GetApi shows it.</summary>
internal sealed record Api
{
    public const string Http = "HTTP";
    public const string WebSocket = "WEBSOCKET";

    public required string ApiId { get; init; }

    public required string Name { get; init; }

    public required string ProtocolType { get; init; }

    public required string ApiEndpoint { get; init; }

    public string? Description { get; init; }

    public string? Version { get; init; }

    public string RouteSelectionExpression { get; init; } = "$request.method $request.path";

    public string ApiKeySelectionExpression { get; init; } = "$request.header.x-api-key";

    public Cors? CorsConfiguration { get; init; }

    public bool DisableExecuteApiEndpoint { get; init; }

    /// <summary>WebSocket APIs only.</summary>
    public bool? DisableSchemaValidation { get; init; }

    public string IpAddressType { get; init; } = "ipv4";

    public required DateTimeOffset CreatedDate { get; init; }

    public Map<string> Tags { get; init; } = Map<string>.Empty;

    /// <summary>Only in the answer to an import.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>With the members that a call gives; the others stay.</summary>
    public Api With(RequestBody body) => this with
    {
        Name = body.Text("name") ?? Name,
        Description = body.Text("description") ?? Description,
        Version = body.Text("version") ?? Version,
        RouteSelectionExpression = body.Text("routeSelectionExpression") ?? RouteSelectionExpression,
        ApiKeySelectionExpression = body.Text("apiKeySelectionExpression") ?? ApiKeySelectionExpression,
        CorsConfiguration = Cors.Of(body.Object("corsConfiguration")) ?? CorsConfiguration,
        DisableExecuteApiEndpoint = body.Flag("disableExecuteApiEndpoint") ?? DisableExecuteApiEndpoint,
        DisableSchemaValidation = body.Flag("disableSchemaValidation") ?? DisableSchemaValidation,
        IpAddressType = Choice.Of(body, "ipAddressType", "IP address type", "ipv4", "dualstack") ?? IpAddressType,
    };
}

/// <summary>What browsers are told that ask from another site.</summary>
internal sealed record Cors
{
    public bool? AllowCredentials { get; init; }

    public IReadOnlyList<string>? AllowHeaders { get; init; }

    public IReadOnlyList<string>? AllowMethods { get; init; }

    public IReadOnlyList<string>? AllowOrigins { get; init; }

    public IReadOnlyList<string>? ExposeHeaders { get; init; }

    public int? MaxAge { get; init; }

    public static Cors? Of(RequestBody? body) => body is null ? null : new()
    {
        AllowCredentials = body.Flag("allowCredentials"),
        AllowHeaders = body.List("allowHeaders"),
        AllowMethods = body.List("allowMethods"),
        AllowOrigins = body.List("allowOrigins"),
        ExposeHeaders = body.List("exposeHeaders"),
        MaxAge = body.Whole("maxAge"),
    };
}
