using System.Text.Json.Nodes;
using Portal.Sandbox.ApiGateway.Authorizers;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.RestApis;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>Security schemes: the authorizers by their names, <c>api_key</c> and <c>sigv4</c> where a method demands them.</summary>
internal sealed class SecurityExport(ApiDefinition definition, Extensions extensions)
{
    public const string ApiKey = "api_key";
    public const string Signature = "sigv4";

    /// <summary>The name that stands where an authorizer reads no header.</summary>
    public const string NoHeader = "Unused";

    private const string Header = "method.request.header.";

    public JsonObject? Write()
    {
        JsonObject schemes = [];
        Method[] methods = [.. definition.Resources.Values.SelectMany(resource => resource.ResourceMethods?.Values ?? [])];
        foreach (var authorizer in definition.Authorizers.Values)
        {
            schemes[authorizer.Name] = Scheme(authorizer);
        }

        if (methods.Any(method => method.ApiKeyRequired))
        {
            schemes[ApiKey] = Named("x-api-key");
        }

        if (methods.Any(method => method.AuthorizationType is "AWS_IAM"))
        {
            var scheme = Named("Authorization");
            scheme["x-amazon-apigateway-authtype"] = "awsSigv4";
            schemes[Signature] = scheme;
        }

        return schemes is { Count: > 0 } ? schemes : null;
    }

    private JsonObject Scheme(Authorizer authorizer)
    {
        var scheme = Named(authorizer.IdentitySource is { } source && source.StartsWith(Header, StringComparison.Ordinal) && !source.Contains(',', StringComparison.Ordinal) ? source[Header.Length..] : NoHeader);
        if (!extensions.Authorizers)
        {
            return scheme;
        }

        scheme.Put("x-amazon-apigateway-authtype", authorizer.AuthType);
        JsonObject written = new() { ["type"] = authorizer.Type.ToLowerInvariant() };
        written.Put("providerARNs", Written.Texts(authorizer.ProviderArns));
        written.Put("authorizerUri", authorizer.AuthorizerUri);
        written.Put("authorizerCredentials", authorizer.AuthorizerCredentials);
        written.Put("identitySource", authorizer.IdentitySource);
        written.Put("identityValidationExpression", authorizer.IdentityValidationExpression);
        written.Put("authorizerResultTtlInSeconds", authorizer.AuthorizerResultTtlInSeconds);
        scheme["x-amazon-apigateway-authorizer"] = written;
        return scheme;
    }

    private static JsonObject Named(string header) => new() { ["type"] = "apiKey", ["name"] = header, ["in"] = "header" };
}
