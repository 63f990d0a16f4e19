using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog.Documents;

/// <summary>The security schemes of a document, as far as API Gateway can guard with them.</summary>
internal sealed class ProjectionSchemes
{
    /// <summary>
    /// In a scheme that API Gateway does not know, what stands for it there: "api-key" (an API key is demanded) or "open" (calls are let through, the backend checks).
    /// One word settles all operations that demand the scheme.
    /// </summary>
    public const string AtGateway = "x-portal-at-gateway";

    public const string Authorizer = "x-amazon-apigateway-authorizer";

    private readonly Dictionary<string, ProjectionScheme> _schemes = [];
    private readonly Dictionary<string, AuthorizerSpec> _authorizers = [];

    public ProjectionSchemes(ProjectionSource source, Lint lint)
    {
        foreach (var (name, node) in source.Root.Member("components").Member("securitySchemes").Members)
        {
            if (References.Follow(source.Root, node) is JsonObject scheme)
            {
                _schemes[name] = KindOf(name, scheme, lint);
            }
        }

        if (_authorizers.Count > 10)
        {
            lint.Add(LintSecurityRules.Authorizers, "/components/securitySchemes", subject: _authorizers.Count.ToString(CultureInfo.InvariantCulture));
        }
    }

    public SortedMap<AuthorizerSpec> Authorizers => new(_authorizers);

    /// <summary>Null where the document does not declare it.</summary>
    public ProjectionScheme? Find(string name) => _schemes.TryGetValue(name, out var scheme) ? scheme : null;

    private ProjectionScheme KindOf(string name, JsonObject scheme, Lint lint)
    {
        var pointer = JsonPointer.Of("components", "securitySchemes", name);

        if (scheme.Member(Authorizer) is { } extension)
        {
            if (Spec(scheme, extension) is not { } spec)
            {
                lint.Add(LintSecurityRules.Authorizer, pointer, subject: name, group: name);

                return ProjectionScheme.Unknown;
            }

            _authorizers[name] = spec;

            return spec.Type is "COGNITO_USER_POOLS" ? ProjectionScheme.Cognito : ProjectionScheme.Custom;
        }

        if (string.Equals(scheme.Text("x-amazon-apigateway-authtype"), "awsSigv4", StringComparison.OrdinalIgnoreCase))
        {
            return ProjectionScheme.Iam;
        }

        if (scheme.Text("type") is "apiKey" && scheme.Text("in") is "header" && string.Equals(scheme.Text("name"), "x-api-key", StringComparison.OrdinalIgnoreCase))
        {
            return ProjectionScheme.ApiKey;
        }

        switch (scheme[AtGateway]?.ToString())
        {
            case "api-key":
                return ProjectionScheme.ApiKey;

            case "open":
                return ProjectionScheme.Open;

            case { } other:
                lint.Add(LintSecurityRules.AtGateway, pointer + "/" + AtGateway, subject: other);
                return ProjectionScheme.Unknown;

            default:
                return ProjectionScheme.Unknown;
        }
    }

    /// <summary>Null where API Gateway would refuse it.</summary>
    private static AuthorizerSpec? Spec(JsonObject scheme, JsonObject extension)
    {
        var type = extension.Text("type")?.ToUpperInvariant() ?? "TOKEN";
        var seconds = extension.Number("authorizerResultTtlInSeconds");
        var source = extension.Text("identitySource");
        List<string> providers = [.. extension.Items("providerARNs").Select(arn => arn.AsText).OfType<string>()];

        // The header of a token is the scheme's own name. A scheme of another type (http bearer) sends it in Authorization.
        var header = scheme.Text("type") is "apiKey" ? scheme.Text("name") ?? "Authorization" : "Authorization";

        var complete = type switch
        {
            "TOKEN" => extension.Text("authorizerUri") is { Length: > 0 },
            "REQUEST" => extension.Text("authorizerUri") is { Length: > 0 } && (source is { Length: > 0 } || seconds is 0),
            "COGNITO_USER_POOLS" => providers is not [],
            _ => false,
        };

        return !complete || seconds is < 0 or > 3600 ? null : new AuthorizerSpec
        {
            Type = type,
            AuthType = scheme.Text("x-amazon-apigateway-authtype"),
            Uri = type is "COGNITO_USER_POOLS" ? null : extension.Text("authorizerUri"),
            Credentials = extension.Text("authorizerCredentials"),
            IdentitySource = type is "REQUEST" ? source : $"method.request.header.{header}",
            IdentityValidationExpression = extension.Text("identityValidationExpression"),
            ResultTtlInSeconds = seconds,
            ProviderArns = providers,
        };
    }
}

/// <summary>What a security scheme is to API Gateway.</summary>
internal enum ProjectionScheme
{
    Unknown,
    Open,
    ApiKey,
    Iam,
    Custom,
    Cognito,
}
