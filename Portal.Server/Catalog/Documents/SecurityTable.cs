using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>The security schemes of a document, by what they are to API Gateway, and what they guard.</summary>
internal static class SecurityTable
{
    public const string PolicyMember = "x-amazon-apigateway-policy";

    public static GuardsView Of(SourceDocument document, int revision)
    {
        var root = document.Root;
        var guards = new Guards(root, document.Version);
        var byDefault = Names(root).ToHashSet();
        var routes = Operation.AllOf(root)
            .SelectMany(operation => Security.Of(operation.Json, root).Distinct().Select(scheme => (Scheme: scheme, Route: operation.Name.ToString())))
            .ToLookup(each => each.Scheme, each => each.Route);

        return new GuardsView
        {
            Revision = revision,
            Default = guards.OfDocument(),
            DefaultApiKey = byDefault.Any(guards.IsKey),
            ApiKeySource = ApiKeySources.Of(root),
            Policy = root.Node(PolicyMember) is { } policy ? Models.Text(policy) : null,
            Schemes = [.. ApiKeySchemes.SchemesOf(root, document.Version).Members.Select(scheme => SchemeOf(scheme.Key, scheme.Value))],
        };

        SchemeView SchemeOf(string name, JsonNode? node) => new()
        {
            Name = name,
            Kind = guards.Kind(name) ?? SchemeKind.Unknown,
            Type = References.Follow(root, node).Text("type") ?? "",
            Authorizer = References.Follow(root, node) is JsonObject scheme ? AuthorizerJson.Read(scheme) : null,
            Routes = [.. routes[name]],
            IsDefault = byDefault.Contains(name),
            Line = document.LineOf(Pointer(document.Version, name)),
        };
    }

    public static string Pointer(OpenApiVersion version, string scheme) => version.IsSwagger ? JsonPointer.Of("securityDefinitions", scheme) : JsonPointer.Of("components", "securitySchemes", scheme);

    private static IEnumerable<string> Names(JsonObject root) => root.Items("security").SelectMany(way => way.Members.Select(scheme => scheme.Key));
}
