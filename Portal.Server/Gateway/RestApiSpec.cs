using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>
/// A REST API as API Gateway keeps it: its working definition in a normal form, so that a projected document and what GetResources reads back can be compared.
/// Maps stand sorted by ordinal key; what AWS fills in by itself is written out; ids that AWS generates are replaced by names.
/// </summary>
internal sealed record RestApiSpec(string Id) : DefinitionSpec
{
    [JsonIgnore]
    public override Address Address => new(Kind.RestApi, Id);

    [JsonIgnore]
    public override string Label => $"API {Name}";

    [JsonIgnore]
    public override string NameInAws => Name;

    [JsonIgnore]
    public override string? About => Description;

    [JsonIgnore]
    public override IEnumerable<string> RouteKeys => Methods.Keys;

    [JsonIgnore]
    public override IEnumerable<string?> Targets =>
    [
        .. Methods.Values.Select(method => method.Integration).OfType<IntegrationSpec>().SelectMany(integration => new[] { integration.Uri, integration.ConnectionId, integration.IntegrationTarget, integration.Credentials }),
        .. Authorizers.Values.SelectMany(authorizer => new[] { authorizer.Uri, authorizer.Credentials }),
    ];

    [JsonIgnore]
    public override IEnumerable<string?> Functions =>
        from method in Methods.Values
        where method.Integration is { Type: "AWS" or "AWS_PROXY", Credentials: null }
        select method.Integration!.Uri;

    [JsonIgnore]
    public override IEnumerable<string?> AuthorizerFunctions => from authorizer in Authorizers.Values where authorizer.Credentials is null select authorizer.Uri;

    /// <summary>The fixed AWS name: ASCII, unique per account and Region, because CloudWatch knows REST APIs by name only.</summary>
    public required string Name { get; init; }

    public required string? Description { get; init; }

    /// <summary>info.version of the document.</summary>
    public required string? Version { get; init; }

    /// <summary>REGIONAL, EDGE or PRIVATE.</summary>
    public required string EndpointType { get; init; }

    /// <summary>By which VPC endpoints a PRIVATE API is reached; null leaves them as they are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? VpcEndpointIds { get; init => field = value is null or [] ? null : [.. value.Order(StringComparer.Ordinal)]; }

    /// <summary>What TLS callers must speak (TLS_1_0, TLS_1_2, SecurityPolicy_...); null leaves it as it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SecurityPolicy { get; init; }

    /// <summary>BASIC or STRICT, with a policy whose name begins with SecurityPolicy_; null leaves it as it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EndpointAccessMode { get; init; }

    /// <summary>HEADER or AUTHORIZER.</summary>
    public required string ApiKeySource { get; init; }

    public required bool DisableExecuteApiEndpoint { get; init; }

    /// <summary>Bytes from which answers are compressed; null is off.</summary>
    public required int? MinimumCompressionSize { get; init; }

    public required IReadOnlyList<string> BinaryMediaTypes { get; init => field = [.. value.Order(StringComparer.Ordinal)]; }

    /// <summary>The resource policy as canonical JSON, or null.</summary>
    public required string? Policy { get; init; }

    /// <summary>By "METHOD /path", as in "GET /pets/{petId}".</summary>
    public required SortedMap<MethodSpec> Methods { get; init; }

    /// <summary>Paths that have no method and no child with one: AWS keeps them as resources all the same.</summary>
    public required IReadOnlyList<string> EmptyResources { get; init => field = [.. value.Order(StringComparer.Ordinal)]; }

    public required SortedMap<ModelSpec> Models { get; init; }

    public required SortedMap<RequestValidatorSpec> RequestValidators { get; init; }

    public required SortedMap<AuthorizerSpec> Authorizers { get; init; }

    /// <summary>Only those that are customised, by response type (DEFAULT_4XX, THROTTLED, ...).</summary>
    public required SortedMap<GatewayResponseSpec> GatewayResponses { get; init; }

    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public override SortedMap<string?>? Tags { get; init; }

    public override Spec AsFarAs(Spec? said) => said is RestApiSpec other
        ? this with
        {
            VpcEndpointIds = other.VpcEndpointIds is null ? null : VpcEndpointIds,
            SecurityPolicy = other.SecurityPolicy is null ? null : SecurityPolicy,
            EndpointAccessMode = other.EndpointAccessMode is null ? null : EndpointAccessMode,
            Tags = Tags.AsFarAs(other.Tags),
        }
        : this;
}

/// <summary>A JSON schema (draft 4) by name; references to other models read "#/components/schemas/NAME" on both sides.</summary>
internal sealed record ModelSpec
{
    public required string ContentType { get; init; }

    /// <summary>Canonical JSON: members sorted, no white space.</summary>
    public required string Schema { get; init; }

    /// <summary>Of a WebSocket API, whose models are made one by one; an import of a REST API takes it from the schema. Null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }
}

internal sealed record RequestValidatorSpec
{
    public required bool ValidateRequestBody { get; init; }

    public required bool ValidateRequestParameters { get; init; }
}

internal sealed record GatewayResponseSpec
{
    /// <summary>As text, or null where the type's own status stands.</summary>
    public required string? StatusCode { get; init; }

    public required SortedMap<string> ResponseParameters { get; init; }

    public required SortedMap<string> ResponseTemplates { get; init; }
}

/// <summary>An authorizer by name; methods refer to it by that name, not by AWS's id.</summary>
internal sealed record AuthorizerSpec
{
    /// <summary>TOKEN, REQUEST or COGNITO_USER_POOLS.</summary>
    public required string Type { get; init; }

    public required string? AuthType { get; init; }

    public required string? Uri { get; init; }

    public required string? Credentials { get; init; }

    public required string? IdentitySource { get; init; }

    public required string? IdentityValidationExpression { get; init; }

    public required int? ResultTtlInSeconds { get; init; }

    public required IReadOnlyList<string> ProviderArns { get; init => field = [.. value.Order(StringComparer.Ordinal)]; }
}
