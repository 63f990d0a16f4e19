using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>What callers must show, in words.</summary>
internal static class SecurityWords
{
    /// <summary>The schemes that one of the operations asks for.</summary>
    public static IEnumerable<SecurityView> SchemesOf(JsonObject root, OpenApiVersion version, IReadOnlyList<PublishedOperation> operations)
    {
        var used = operations.SelectMany(operation => Security.Of(operation.Operation.Json, root)).ToHashSet();

        return
            from scheme in ApiKeySchemes.SchemesOf(root, version).Members
            where used.Contains(scheme.Key)
            let json = References.Follow(root, scheme.Value)
            select new SecurityView(scheme.Key, Capital(Words(json)), json.Text("description") ?? "");
    }

    /// <summary>One of these; empty where everybody may call.</summary>
    public static IReadOnlyList<string> Of(JsonObject operation, JsonObject root, OpenApiVersion version)
    {
        var schemes = ApiKeySchemes.SchemesOf(root, version);
        var alternatives = Security.Alternatives(operation, root).Select(alternative => alternative.Members.Select(demand => Of(schemes, root, demand)).ToList()).ToList();

        return alternatives.Exists(alternative => alternative.Count is 0) ? [] : [.. alternatives.Select(alternative => string.Join(", and ", alternative)).Distinct()];
    }

    private static string Of(JsonObject? schemes, JsonObject root, KeyValuePair<string, JsonNode?> demand)
    {
        var words = Words(References.Follow(root, schemes.Node(demand.Key)));
        var scopes = (demand.Value as JsonArray ?? []).Select(scope => scope.AsText).OfType<string>().ToList();

        return scopes.Count is 0 ? words : $"{words} with the {(scopes.Count is 1 ? "scope" : "scopes")} {string.Join(", ", scopes)}";
    }

    private static string Words(JsonNode? scheme) => (scheme.Text("type"), scheme.Text("scheme")?.ToLowerInvariant()) switch
    {
        _ when scheme.Text("x-amazon-apigateway-authtype") is "awsSigv4" => "a request signed with AWS credentials (Signature Version 4)",
        ("apiKey", _) when "x-api-key".Equals(scheme.Text("name"), StringComparison.OrdinalIgnoreCase) => "an API key in the header x-api-key",
        ("apiKey", _) => $"a credential in the {PlaceOf(scheme.Text("in"))} {scheme.Text("name")}",
        ("http", "bearer") => scheme.Text("bearerFormat") is { } format ? $"a bearer token ({format})" : "a bearer token",
        ("http", "basic") or ("basic", _) => "a user name and a password (HTTP basic)",
        ("http", { } other) => $"HTTP authentication: {other}",
        ("oauth2", _) => "an OAuth 2.0 access token as bearer token",
        ("openIdConnect", _) => "an OpenID Connect token as bearer token",
        ("mutualTLS", _) => "a client certificate",
        _ => "a credential that the document does not describe",
    };

    private static string PlaceOf(string? place) => place switch
    {
        "query" => "query parameter",
        "cookie" => "cookie",
        _ => "header",
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..] + ".";
}
