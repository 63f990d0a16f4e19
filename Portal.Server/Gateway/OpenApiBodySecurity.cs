using System.Text.Json.Nodes;

namespace Portal.Server.Gateway;

/// <summary>Authorizers, IAM and API keys, which an OpenAPI document says as security schemes of type apiKey; API Gateway takes no other type.</summary>
internal sealed class OpenApiBodySecurity(RestApiSpec api)
{
    private const string Header = "method.request.header.";

    private readonly string _apiKey = Free(api, "api_key");
    private readonly string _iam = Free(api, "sigv4");

    public JsonObject? Schemes
    {
        get
        {
            var schemes = new JsonObject(api.Authorizers.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Scheme(pair.Value))));

            if (api.Methods.Values.Any(method => method.ApiKeyRequired))
            {
                schemes[_apiKey] = ApiKey("x-api-key");
            }

            if (api.Methods.Values.Any(method => method.AuthorizationType is "AWS_IAM"))
            {
                schemes[_iam] = ApiKey("Authorization");
                schemes[_iam]!["x-amazon-apigateway-authtype"] = "awsSigv4";
            }

            return schemes.Count is 0 ? null : schemes;
        }
    }

    /// <summary>What a method demands. API Gateway demands all that is listed, where OpenAPI means "one of".</summary>
    public JsonArray? Of(MethodSpec method)
    {
        var demands = new JsonArray();

        if (method.Authorizer is { } authorizer)
        {
            demands.Add(new JsonObject { [authorizer] = OpenApiBody.List(method.AuthorizationScopes) ?? [] });
        }

        if (method.AuthorizationType is "AWS_IAM")
        {
            demands.Add(new JsonObject { [_iam] = new JsonArray() });
        }

        if (method.ApiKeyRequired)
        {
            demands.Add(new JsonObject { [_apiKey] = new JsonArray() });
        }

        return demands.Count is 0 ? null : demands;
    }

    private static JsonObject Scheme(AuthorizerSpec authorizer)
    {
        // For token and Cognito the header is the scheme's name; for request it stands in the extension, and the name says nothing.
        var ofRequest = authorizer.Type is "REQUEST";
        var header = !ofRequest && authorizer.IdentitySource is { } source && source.StartsWith(Header, StringComparison.Ordinal) ? source[Header.Length..] : "Unused";

        var extension = new JsonObject { ["type"] = authorizer.Type.ToLowerInvariant() };
        extension.Say("authorizerUri", authorizer.Uri);
        extension.Say("authorizerCredentials", authorizer.Credentials);
        extension.Say("identitySource", ofRequest ? authorizer.IdentitySource : null);
        extension.Say("identityValidationExpression", authorizer.IdentityValidationExpression);
        extension.Say("authorizerResultTtlInSeconds", authorizer.ResultTtlInSeconds);
        extension.Say("providerARNs", OpenApiBody.List(authorizer.ProviderArns));

        var scheme = ApiKey(header);
        scheme.Say("x-amazon-apigateway-authtype", authorizer.AuthType);
        scheme["x-amazon-apigateway-authorizer"] = extension;

        return scheme;
    }

    private static JsonObject ApiKey(string header) => new() { ["type"] = "apiKey", ["name"] = header, ["in"] = "header" };

    private static string Free(RestApiSpec api, string name) => api.Authorizers.ContainsKey(name) ? Free(api, name + "_") : name;
}
