using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>
/// An HTTP API as API Gateway keeps it, in a normal form (<see cref="HttpApiNormal"/>): what AWS fills in by itself is written out, ids that it makes are replaced by names,
/// and each route has its integration with it, whether or not AWS shares one among several.
/// </summary>
internal sealed record HttpApiSpec(string Id) : DefinitionSpec
{
    [JsonIgnore]
    public override Address Address => new(Kind.HttpApi, Id);

    [JsonIgnore]
    public override string Label => $"API {Name}";

    [JsonIgnore]
    public override string NameInAws => Name;

    [JsonIgnore]
    public override string? About => Description;

    [JsonIgnore]
    public override IEnumerable<string> RouteKeys => Routes.Keys;

    [JsonIgnore]
    public override IEnumerable<string?> Targets =>
    [
        .. Integrations.SelectMany(integration => new[] { integration.Uri, integration.ConnectionId, integration.Credentials }.Concat(integration.RequestParameters.Values)),
        .. Authorizers.Values.SelectMany(authorizer => new[] { authorizer.Uri, authorizer.Credentials }),
    ];

    [JsonIgnore]
    public override IEnumerable<string?> Functions => from integration in Integrations where integration is { Type: "AWS_PROXY", Credentials: null } select integration.Uri;

    [JsonIgnore]
    public override IEnumerable<string?> AuthorizerFunctions => from authorizer in Authorizers.Values where authorizer.Credentials is null select authorizer.Uri;

    public required string Name { get; init; }

    public required string? Description { get; init; }

    /// <summary>info.version of the document.</summary>
    public required string? Version { get; init; }

    public required bool DisableExecuteApiEndpoint { get; init; }

    /// <summary>What browsers are told that ask from another site: then API Gateway answers preflights by itself. Null leaves them to the routes.</summary>
    public required CorsSpec? Cors { get; init; }

    /// <summary>By "METHOD /path" as in "GET /pets/{petId}", or "$default" for whatever no other route takes.</summary>
    public required SortedMap<HttpRouteSpec> Routes { get; init; }

    public required SortedMap<HttpAuthorizerSpec> Authorizers { get; init; }

    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public override SortedMap<string?>? Tags { get; init; }

    private IEnumerable<HttpIntegrationSpec> Integrations => Routes.Values.Select(route => route.Integration).OfType<HttpIntegrationSpec>();
}

internal sealed record CorsSpec
{
    public required bool AllowCredentials { get; init; }

    public required IReadOnlyList<string> AllowHeaders { get; init => field = [.. value.Order(StringComparer.Ordinal)]; }

    public required IReadOnlyList<string> AllowMethods { get; init => field = [.. value.Order(StringComparer.Ordinal)]; }

    public required IReadOnlyList<string> AllowOrigins { get; init => field = [.. value.Order(StringComparer.Ordinal)]; }

    public required IReadOnlyList<string> ExposeHeaders { get; init => field = [.. value.Order(StringComparer.Ordinal)]; }

    /// <summary>Seconds; null says nothing to browsers.</summary>
    public required int? MaxAge { get; init; }
}

internal sealed record HttpRouteSpec
{
    public required string? OperationName { get; init; }

    /// <summary>NONE, AWS_IAM, JWT or CUSTOM.</summary>
    public required string AuthorizationType { get; init; }

    /// <summary>The authorizer's name.</summary>
    public required string? Authorizer { get; init; }

    /// <summary>Of JWT authorizers; one of them is enough.</summary>
    public required IReadOnlyList<string> AuthorizationScopes { get; init => field = [.. value.Order(StringComparer.Ordinal)]; }

    public required HttpIntegrationSpec? Integration { get; init; }
}

internal sealed record HttpIntegrationSpec
{
    /// <summary>HTTP_PROXY or AWS_PROXY.</summary>
    public required string Type { get; init; }

    /// <summary>What another service than Lambda is asked to do, as in SQS-SendMessage.</summary>
    public required string? Subtype { get; init; }

    public required string? HttpMethod { get; init; }

    public required string? Uri { get; init; }

    /// <summary>INTERNET or VPC_LINK.</summary>
    public required string ConnectionType { get; init; }

    public required string? ConnectionId { get; init; }

    public required string? Credentials { get; init; }

    public required string? Description { get; init; }

    /// <summary>1.0 or 2.0.</summary>
    public required string PayloadFormatVersion { get; init; }

    public required int TimeoutInMillis { get; init; }

    /// <summary>As in "overwrite:header.x": "$request.header.y"; for a subtype its own parameters.</summary>
    public required SortedMap<string> RequestParameters { get; init; }

    /// <summary>By status, then as above.</summary>
    public required SortedMap<SortedMap<string>> ResponseParameters { get; init; }

    /// <summary>The name that the backend's certificate must have, behind a VPC link.</summary>
    public required string? TlsServerName { get; init; }
}

/// <summary>An authorizer by name; routes refer to it by that name, not by AWS's id.</summary>
internal sealed record HttpAuthorizerSpec
{
    /// <summary>JWT or REQUEST.</summary>
    public required string Type { get; init; }

    public required IReadOnlyList<string> IdentitySource { get; init; }

    /// <summary>Of JWT authorizers.</summary>
    public required string? Issuer { get; init; }

    /// <summary>Of JWT authorizers.</summary>
    public required IReadOnlyList<string> Audience { get; init => field = [.. value.Order(StringComparer.Ordinal)]; }

    public required string? Uri { get; init; }

    public required string? Credentials { get; init; }

    /// <summary>1.0 or 2.0, of REQUEST authorizers.</summary>
    public required string? PayloadFormatVersion { get; init; }

    public required int ResultTtlInSeconds { get; init; }

    public required bool EnableSimpleResponses { get; init; }
}
