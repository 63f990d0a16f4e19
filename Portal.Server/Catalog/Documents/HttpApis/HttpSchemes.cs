using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog.Documents.HttpApis;

/// <summary>The security schemes of a document, as far as an HTTP API can guard with them.</summary>
internal sealed class HttpSchemes
{
    private readonly Dictionary<string, HttpScheme> _schemes = [];
    private readonly Dictionary<string, HttpAuthorizerSpec> _authorizers = [];

    public HttpSchemes(ProjectionSource source, Lint lint)
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

    public SortedMap<HttpAuthorizerSpec> Authorizers => new(_authorizers);

    /// <summary>Null where the document does not declare it.</summary>
    public HttpScheme? Find(string name) => _schemes.TryGetValue(name, out var scheme) ? scheme : null;

    private HttpScheme KindOf(string name, JsonObject scheme, Lint lint)
    {
        var pointer = JsonPointer.Of("components", "securitySchemes", name);

        if (scheme.Member(ProjectionSchemes.Authorizer) is { } extension)
        {
            if (Spec(extension) is not { } spec)
            {
                lint.Add(LintHttpRules.Authorizer, pointer, subject: name, group: name);

                return HttpScheme.Unknown;
            }

            _authorizers[name] = spec;

            return spec.Type is "JWT" ? HttpScheme.Jwt : HttpScheme.Custom;
        }

        if (string.Equals(scheme.Text("x-amazon-apigateway-authtype"), "awsSigv4", StringComparison.OrdinalIgnoreCase))
        {
            return HttpScheme.Iam;
        }

        switch (scheme[ProjectionSchemes.AtGateway]?.ToString())
        {
            case "open":
                return HttpScheme.Open;

            case "api-key":
                return HttpScheme.ApiKey;

            case { } other:
                lint.Add(LintSecurityRules.AtGateway, pointer + "/" + ProjectionSchemes.AtGateway, subject: other);
                return HttpScheme.Unknown;

            default:
                return scheme.Text("type") is "apiKey" && scheme.Text("in") is "header" && string.Equals(scheme.Text("name"), "x-api-key", StringComparison.OrdinalIgnoreCase)
                    ? HttpScheme.ApiKey
                    : HttpScheme.Unknown;
        }
    }

    /// <summary>Null where an HTTP API would refuse it.</summary>
    private static HttpAuthorizerSpec? Spec(JsonObject extension)
    {
        var type = extension.Text("type")?.ToUpperInvariant() ?? "";
        var jwt = extension.Member("jwtConfiguration");
        var seconds = extension.Number("authorizerResultTtlInSeconds");
        // YAML reads a plain 2.0 as a number.
        var payload = Payload(extension["authorizerPayloadFormatVersion"]);
        var simple = extension.Flag("enableSimpleResponses");
        IReadOnlyList<string> sources = extension.Text("identitySource") is { } list
            ? list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [.. extension.Items("identitySource").Select(source => source.AsText).OfType<string>()];

        var complete = type switch
        {
            "JWT" => Uri.TryCreate(jwt.Text("issuer"), UriKind.Absolute, out var issuer) && issuer.Scheme is "https" or "http" && sources is [_],
            "REQUEST" => extension.Text("authorizerUri") is ['a', 'r', 'n', ':', ..] && payload is "1.0" or "2.0" && (!simple || payload is "2.0") && seconds is null or (>= 0 and <= 3600),
            _ => false,
        };

        return !complete ? null : new HttpAuthorizerSpec
        {
            Type = type,
            IdentitySource = sources,
            Issuer = jwt.Text("issuer"),
            Audience = [.. jwt.Items("audience").Select(audience => audience.AsText).OfType<string>().Distinct()],
            Uri = extension.Text("authorizerUri"),
            Credentials = extension.Text("authorizerCredentials"),
            PayloadFormatVersion = type is "JWT" ? null : payload,
            ResultTtlInSeconds = type is "JWT" ? 0 : seconds ?? 0,
            EnableSimpleResponses = simple,
        };
    }

    /// <summary>A format, whether it was written as a text or a number.</summary>
    public static string? Payload(JsonNode? node) => node?.ToString() switch
    {
        null => null,
        "1" or "1.0" => "1.0",
        "2" or "2.0" => "2.0",
        var other => other,
    };
}

/// <summary>What a security scheme is to an HTTP API.</summary>
internal enum HttpScheme
{
    Unknown,
    Open,
    ApiKey,
    Iam,
    Jwt,
    Custom,
}
