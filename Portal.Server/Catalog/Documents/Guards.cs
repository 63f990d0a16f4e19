using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// Who may call what, as the editor says it. A document lists ways in, and API Gateway demands all that they name:
/// what comes to one guard is that one, anything else is kept as it is.
/// </summary>
internal sealed class Guards(JsonObject root, OpenApiVersion version)
{
    /// <summary>The name under which the editor writes the scheme of signed calls where the document has none; what bears it goes when nothing names it any more.</summary>
    public const string OurIam = "portal_sigv4";

    private readonly Dictionary<string, SchemeKind> _kinds = ApiKeySchemes.SchemesOf(root, version).Members.ToDictionary(scheme => scheme.Key, scheme => KindOf(root, scheme.Value));

    public static SchemeKind KindOf(JsonObject root, JsonNode? node) => References.Follow(root, node) switch
    {
        JsonObject scheme when scheme.ContainsKey(ProjectionSchemes.Authorizer) => SchemeKind.Authorizer,
        JsonObject scheme when "awsSigv4".Equals(scheme.Text(AuthorizerJson.AuthType), StringComparison.OrdinalIgnoreCase) => SchemeKind.Iam,
        { } scheme when ApiKeySchemes.Fits(scheme) => SchemeKind.ApiKey,
        _ => SchemeKind.Unknown,
    };

    public SchemeKind? Kind(string scheme) => _kinds.TryGetValue(scheme, out var kind) ? kind : null;

    /// <summary>The schemes of a kind, in the order of the document.</summary>
    public IEnumerable<string> All(SchemeKind kind) => _kinds.Where(scheme => scheme.Value == kind).Select(scheme => scheme.Key);

    public bool IsKey(string scheme) => Kind(scheme) is SchemeKind.ApiKey;

    /// <summary>Of an operation, or of the document where the operation says nothing.</summary>
    public Guard Of(JsonObject operation) => operation.Member(ProjectionSecurity.Auth).Text("type")?.ToUpperInvariant() switch
    {
        "NONE" => new Guard.Open(),
        "AWS_IAM" => new Guard.Iam(),
        { } => new Guard.Other { Schemes = [ProjectionSecurity.Auth] },
        null => Of(Security.Alternatives(operation, root)),
    };

    public Guard OfDocument() => Of(root.Items("security"));

    public static bool FollowsDefault(JsonObject operation) => !operation.ContainsKey("security") && !operation.ContainsKey(ProjectionSecurity.Auth);

    private Guard Of(IEnumerable<JsonNode?> alternatives)
    {
        List<JsonObject> ways = [.. alternatives.OfType<JsonObject>()];
        var demands = ways.SelectMany(way => way).Where(demand => !IsKey(demand.Key)).DistinctBy(demand => demand.Key).ToList();

        if (demands is [])
        {
            return new Guard.Open();
        }

        // "This or nothing" is no guard that could be said in one word.
        return (demands is [var only] && ways.TrueForAll(way => way.Count > 0) ? Kind(only.Key) : null) switch
        {
            SchemeKind.Iam => new Guard.Iam(),
            SchemeKind.Authorizer => new Guard.By { Authorizer = demands[0].Key, Scopes = [.. (demands[0].Value as JsonArray ?? []).Select(scope => scope.AsText).OfType<string>()] },
            _ => new Guard.Other { Schemes = [.. demands.Select(demand => demand.Key)] },
        };
    }
}
