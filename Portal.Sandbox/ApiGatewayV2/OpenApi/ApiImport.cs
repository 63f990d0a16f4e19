using System.Text.Json;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGateway.OpenApi;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.ApiGatewayV2.Authorizers;
using Portal.Sandbox.ApiGatewayV2.Integrations;
using Portal.Sandbox.ApiGatewayV2.Routes;
using Portal.Sandbox.State;
using Route = Portal.Sandbox.ApiGatewayV2.Routes.Route;

namespace Portal.Sandbox.ApiGatewayV2.OpenApi;

/// <summary>Turns an OpenAPI 3.0 document into the definition of an HTTP API. What is wrong is gathered and named at once.</summary>
internal sealed class ApiImport(OpenApiDocument document, string basePath, ImportLog log)
{
    private static readonly string[] Verbs = ["get", "put", "post", "delete", "options", "head", "patch"];

    private readonly Dictionary<string, string> _shared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Authorizer> _schemes = new(StringComparer.Ordinal);
    private Definition _definition = null!;

    public Definition Apply(Api api)
    {
        var root = document.Root;
        var info = root.Member("info");
        _definition = new()
        {
            Api = api with
            {
                Name = info.Member("title").Text() ?? "",
                Version = info.Member("version").Scalar(),
                Description = info.Member("description").Text(),
                CorsConfiguration = Cors(root.Member("x-amazon-apigateway-cors")),
                DisableExecuteApiEndpoint = root.Member("servers").Items().Any(server => server.Member("x-amazon-apigateway-endpoint-configuration").Member("disableExecuteApiEndpoint").IsTrue()),
                Tags = Map<string>.Of(
                [
                    .. api.Tags,
                    .. from tag in root.Member("tags").Items()
                       where tag.Member("name").Text() is not null && tag.Member("x-amazon-apigateway-tag-value").Text() is not null
                       select KeyValuePair.Create(tag.Member("name").Text()!, tag.Member("x-amazon-apigateway-tag-value").Text()!),
                ]),
            },
        };
        log.Try("take the API", () => ApiRules.Check(_definition.Api));
        foreach (var scheme in document.SecuritySchemes.Where(scheme => scheme.Value.Member("x-amazon-apigateway-authorizer").IsThere()))
        {
            log.Try($"create authorizer '{scheme.Name}'", () => AddAuthorizer(scheme.Name, scheme.Value.Member("x-amazon-apigateway-authorizer")));
        }

        var prefix = BasePath.Of(root, basePath);
        foreach (var path in root.Member("paths").Members())
        {
            foreach (var operation in path.Value.Members().Where(member => Verbs.Contains(member.Name) || member.Name is "x-amazon-apigateway-any-method"))
            {
                var verb = operation.Name is "x-amazon-apigateway-any-method" ? "ANY" : operation.Name.ToUpperInvariant();
                var key = path.Name is "/$default" ? Route.Default : $"{verb} {prefix}{path.Name}";
                log.Try($"create route '{key}'", () => AddRoute(key, operation.Value));
            }
        }

        return _definition;
    }

    private void AddRoute(string key, JsonElement operation)
    {
        var route = Secured(new() { RouteId = IdsV2.Inner(), RouteKey = key, OperationName = operation.Member("operationId").Text() }, operation);
        var integration = operation.Member("x-amazon-apigateway-integration");
        if (integration.IsThere())
        {
            route = route with { Target = $"integrations/{IntegrationOf(integration)}" };
        }

        RouteRules.Check(_definition, route);
        _definition = _definition with { Routes = _definition.Routes.With(route.RouteId, route) };
    }

    private string IntegrationOf(JsonElement element)
    {
        var name = element.Member("$ref").Text();
        if (name is not null && _shared.TryGetValue(name, out var known))
        {
            return known;
        }

        var found = document.Resolved(element) ?? throw Wire.AwsError.BadRequest($"Invalid reference: {name}");
        var integration = IntegrationRules.Filled(_definition, OpenApiIntegration.Read(found, IdsV2.Inner()));
        IntegrationRules.CheckHttp(integration);
        _definition = _definition with { Integrations = _definition.Integrations.With(integration.IntegrationId, integration) };
        if (name is not null)
        {
            _shared[name] = integration.IntegrationId;
        }

        return integration.IntegrationId;
    }

    private Route Secured(Route route, JsonElement operation)
    {
        if (operation.Member("x-amazon-apigateway-auth").Member("type").Text() is { } type && type.ToUpperInvariant() is "AWS_IAM" or "NONE")
        {
            return route with { AuthorizationType = type.ToUpperInvariant() };
        }

        var security = operation.Member("security").IsThere() ? operation.Member("security") : document.Root.Member("security");
        foreach (var requirement in security.Items().SelectMany(item => item.Members()))
        {
            if (_schemes.TryGetValue(requirement.Name, out var authorizer))
            {
                string[] scopes = [.. requirement.Value.Items().Select(scope => scope.Text()).OfType<string>()];
                return route with
                {
                    AuthorizationType = authorizer.AuthorizerType is "JWT" ? "JWT" : "CUSTOM",
                    AuthorizerId = authorizer.AuthorizerId,
                    AuthorizationScopes = scopes is [] ? null : scopes,
                };
            }

            log.Warn($"Ignoring security requirement '{requirement.Name}' of route '{route.RouteKey}': it names no authorizer that HTTP APIs know");
        }

        return route;
    }

    private void AddAuthorizer(string name, JsonElement element)
    {
        var jwt = element.Member("jwtConfiguration");
        var source = element.Member("identitySource");
        Authorizer authorizer = new()
        {
            AuthorizerId = Ids.Short(),
            Name = name,
            AuthorizerType = element.Member("type").Text()?.ToUpperInvariant() ?? "",
            IdentitySource = source.ValueKind is JsonValueKind.Array ? Texts(source) : source.Text()?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            JwtConfiguration = jwt.IsThere() ? new(jwt.Member("issuer").Text(), Texts(jwt.Member("audience"))) : null,
            AuthorizerUri = element.Member("authorizerUri").Text(),
            AuthorizerCredentialsArn = element.Member("authorizerCredentials").Text(),
            AuthorizerPayloadFormatVersion = element.Member("authorizerPayloadFormatVersion").Scalar(),
            AuthorizerResultTtlInSeconds = element.Member("authorizerResultTtlInSeconds").Whole(),
            EnableSimpleResponses = element.Member("enableSimpleResponses").IsThere() ? element.Member("enableSimpleResponses").IsTrue() : null,
        };
        AuthorizerRules.Check(_definition, authorizer);
        _definition = _definition with { Authorizers = _definition.Authorizers.With(authorizer.AuthorizerId, authorizer) };
        _schemes[name] = authorizer;
    }

    private static Cors? Cors(JsonElement element) => element.ValueKind is not JsonValueKind.Object ? null : new()
    {
        AllowCredentials = element.Member("allowCredentials").IsThere() ? element.Member("allowCredentials").IsTrue() : null,
        AllowHeaders = Texts(element.Member("allowHeaders")),
        AllowMethods = Texts(element.Member("allowMethods")),
        AllowOrigins = Texts(element.Member("allowOrigins")),
        ExposeHeaders = Texts(element.Member("exposeHeaders")),
        MaxAge = element.Member("maxAge").Whole(),
    };

    private static string[]? Texts(JsonElement element) => element.ValueKind is JsonValueKind.Array ? [.. element.Items().Select(item => item.Text()).OfType<string>()] : null;
}
