using System.Text.Json;
using Portal.Sandbox.ApiGateway.Authorizers;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>
/// Security schemes: those with an authorizer become one, <c>x-api-key</c> demands an API key, <c>awsSigv4</c> a signature. The rest API Gateway does not know,
/// and a method that names only such is open. Security at the root is not read at all: the service reads it per operation.
/// </summary>
internal sealed class SecurityImport(OpenApiDocument document, Map<Authorizer> existing, ImportLog log)
{
    private readonly Dictionary<string, Authorizer> _authorizers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _schemes = new(StringComparer.Ordinal);

    public IEnumerable<Authorizer> Authorizers => _authorizers.Values;

    public void Read()
    {
        foreach (var scheme in document.SecuritySchemes)
        {
            _schemes[scheme.Name] = scheme.Value;
            if (scheme.Value.Member("x-amazon-apigateway-authorizer") is { ValueKind: JsonValueKind.Object } authorizer)
            {
                log.Try($"create authorizer '{scheme.Name}'", () => _authorizers[scheme.Name] = AuthorizerRules.Checked(Of(scheme, authorizer)));
            }
        }
    }

    /// <summary>The method with what its operation demands.</summary>
    public Method Secured(Method method, JsonElement operation)
    {
        if (operation.Member("x-amazon-apigateway-auth").Member("type").Text()?.ToUpperInvariant() is "AWS_IAM")
        {
            method = method with { AuthorizationType = "AWS_IAM" };
        }

        foreach (var demand in operation.Member("security").Items().SelectMany(item => item.Members()))
        {
            method = Demanding(method, demand);
        }

        return method;
    }

    private Method Demanding(Method method, JsonProperty demand)
    {
        if (_authorizers.TryGetValue(demand.Name, out var authorizer))
        {
            var cognito = authorizer.Type is "COGNITO_USER_POOLS";
            return method with
            {
                AuthorizationType = cognito ? "COGNITO_USER_POOLS" : "CUSTOM",
                AuthorizerId = authorizer.Id,
                AuthorizationScopes = cognito && demand.Value.Items().Select(scope => scope.Text() ?? "").ToArray() is { Length: > 0 } scopes ? scopes : null,
            };
        }

        var scheme = _schemes.GetValueOrDefault(demand.Name);
        if (scheme.Member("x-amazon-apigateway-authtype").Text()?.ToUpperInvariant() is "AWSSIGV4")
        {
            return method with { AuthorizationType = "AWS_IAM" };
        }

        if (scheme.Member("type").Text() is "apiKey" && scheme.Member("in").Text() is "header" && scheme.Member("name").Text()?.ToUpperInvariant() is "X-API-KEY")
        {
            return method with { ApiKeyRequired = true };
        }

        log.Warn($"Security scheme '{demand.Name}' is not supported and was ignored");
        return method;
    }

    private Authorizer Of(JsonProperty scheme, JsonElement authorizer) => new()
    {
        Id = existing.Values.FirstOrDefault(known => known.Name == scheme.Name)?.Id ?? Ids.Short(),
        Name = scheme.Name,
        Type = authorizer.Member("type").Text()?.ToUpperInvariant() ?? "TOKEN",
        ProviderArns = authorizer.Member("providerARNs").Items().Select(arn => arn.Text() ?? "").ToArray() is { Length: > 0 } arns ? arns : null,
        AuthType = scheme.Value.Member("x-amazon-apigateway-authtype").Text() ?? "custom",
        AuthorizerUri = authorizer.Member("authorizerUri").Text(),
        AuthorizerCredentials = authorizer.Member("authorizerCredentials").Text(),
        IdentitySource = authorizer.Member("identitySource").Text()
            ?? (scheme.Value.Member("in").Text() is "header" && scheme.Value.Member("name").Text() is { } header and not SecurityExport.NoHeader ? $"method.request.header.{header}" : null),
        IdentityValidationExpression = authorizer.Member("identityValidationExpression").Text(),
        AuthorizerResultTtlInSeconds = authorizer.Member("authorizerResultTtlInSeconds").Whole(),
    };
}
