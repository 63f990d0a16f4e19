using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>One method of a resource, with its integration, as API Gateway keeps it.</summary>
internal sealed record MethodSpec
{
    public required string? OperationName { get; init; }

    /// <summary>NONE, AWS_IAM, CUSTOM or COGNITO_USER_POOLS.</summary>
    public required string AuthorizationType { get; init; }

    /// <summary>The authorizer's name, where one is used.</summary>
    public required string? Authorizer { get; init; }

    public required IReadOnlyList<string> AuthorizationScopes { get; init => field = [.. value.Order(StringComparer.Ordinal)]; }

    public required bool ApiKeyRequired { get; init; }

    /// <summary>The request validator's name.</summary>
    public required string? RequestValidator { get; init; }

    /// <summary>By "method.request.(path|querystring|header).NAME": whether it is required.</summary>
    public required SortedMap<bool> RequestParameters { get; init; }

    /// <summary>Model name by content type.</summary>
    public required SortedMap<string> RequestModels { get; init; }

    /// <summary>By status code.</summary>
    public required SortedMap<MethodResponseSpec> Responses { get; init; }

    public required IntegrationSpec? Integration { get; init; }
}

internal sealed record MethodResponseSpec
{
    /// <summary>By "method.response.header.NAME".</summary>
    public required SortedMap<bool> Parameters { get; init; }

    /// <summary>Model name by content type.</summary>
    public required SortedMap<string> Models { get; init; }
}

/// <summary>What a method calls. Defaults that AWS fills in (time-out, pass-through) are written out.</summary>
internal sealed record IntegrationSpec
{
    /// <summary>MOCK, HTTP, HTTP_PROXY, AWS or AWS_PROXY.</summary>
    public required string Type { get; init; }

    public required string? HttpMethod { get; init; }

    public required string? Uri { get; init; }

    /// <summary>INTERNET or VPC_LINK.</summary>
    public required string ConnectionType { get; init; }

    public required string? ConnectionId { get; init; }

    /// <summary>The ARN of the load balancer behind a VPC link of the second version.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IntegrationTarget { get; init; }

    public required string? Credentials { get; init; }

    /// <summary>WHEN_NO_MATCH, WHEN_NO_TEMPLATES or NEVER.</summary>
    public required string PassthroughBehavior { get; init; }

    public required string? ContentHandling { get; init; }

    /// <summary>50 to 29,000 ms; AWS's default is 29,000.</summary>
    public required int TimeoutInMillis { get; init; }

    /// <summary>Null where AWS names the cache after the resource.</summary>
    public required string? CacheNamespace { get; init; }

    public required IReadOnlyList<string> CacheKeyParameters { get; init => field = [.. value.Order(StringComparer.Ordinal)]; }

    public required SortedMap<string> RequestParameters { get; init; }

    public required SortedMap<string> RequestTemplates { get; init; }

    /// <summary>tlsConfig.insecureSkipVerification.</summary>
    public required bool InsecureSkipVerification { get; init; }

    /// <summary>BUFFERED (AWS's default) or STREAM.</summary>
    public required string ResponseTransferMode { get; init; }

    /// <summary>By the method response's status code.</summary>
    public required SortedMap<IntegrationResponseSpec> Responses { get; init; }
}

internal sealed record IntegrationResponseSpec
{
    /// <summary>A regular expression on the backend's status or error; null is the default answer.</summary>
    public required string? SelectionPattern { get; init; }

    public required string? ContentHandling { get; init; }

    public required SortedMap<string> Parameters { get; init; }

    public required SortedMap<string> Templates { get; init; }
}
