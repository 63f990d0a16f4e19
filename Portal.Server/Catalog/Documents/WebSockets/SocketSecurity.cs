using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents.HttpApis;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog.Documents.WebSockets;

/// <summary>Who may open a connection: at most one authorizer, on $connect. It is never opened silently.</summary>
internal sealed class SocketSecurity(ProjectionSource source, Lint lint)
{
    public const string Connect = "$connect";

    private readonly Dictionary<string, SocketAuthorizerSpec> _authorizers = [];

    public SortedMap<SocketAuthorizerSpec> Authorizers => new(_authorizers);

    /// <summary>AWS's word for it, and the authorizer's name.</summary>
    public (string Type, string? Authorizer) Read(HttpOperation operation, string key)
    {
        var own = operation.Node["security"];
        var type = operation.Node.Member(ProjectionSecurity.Auth)?["type"]?.ToString().ToUpperInvariant();

        if (key is not Connect)
        {
            if (own is JsonArray { Count: > 0 } || type is "AWS_IAM")
            {
                operation.Find(LintSocketRules.Guarded, own is null ? "" : "/security");
            }

            return ("NONE", null);
        }

        var security = own ?? source.Root["security"];

        if (security is not null && !(security is JsonArray items && items.All(item => item is JsonObject)))
        {
            operation.Find(LintSecurityRules.Form, own is null ? "" : "/security");
        }

        switch (type)
        {
            case "NONE" or "AWS_IAM":
                return (type, null);

            case { } other:
                operation.Find(LintSecurityRules.Auth, "/" + ProjectionSecurity.Auth, other);
                break;
        }

        var names = (security as JsonArray ?? []).OfType<JsonObject>().SelectMany(way => way).Select(demand => demand.Key).Distinct().ToList();

        return Chosen(operation, names);
    }

    private (string Type, string? Authorizer) Chosen(HttpOperation operation, List<string> names)
    {
        (string Type, string? Authorizer) chosen = ("NONE", null);

        foreach (var name in names)
        {
            var (type, authorizer) = KindOf(operation, name);

            if (type is not "NONE" && chosen.Type is not "NONE")
            {
                operation.Find(LintSecurityRules.OneAuthorizer, "/security", chosen.Authorizer ?? chosen.Type);
                operation.Find(LintSecurityRules.OneAuthorizer, "/security", name);
            }
            else if (type is not "NONE")
            {
                chosen = (type, authorizer);
            }
        }

        return chosen;
    }

    private (string Type, string? Authorizer) KindOf(HttpOperation operation, string name)
    {
        if (References.Follow(source.Root, source.Root.Member("components").Member("securitySchemes").Node(name)) is not JsonObject scheme)
        {
            lint.Add(LintSecurityRules.Undeclared, operation.Pointer, operation.Name, name, group: name);

            return ("NONE", null);
        }

        if (string.Equals(scheme.Text("x-amazon-apigateway-authtype"), "awsSigv4", StringComparison.OrdinalIgnoreCase))
        {
            return ("AWS_IAM", null);
        }

        if (scheme.Member(ProjectionSchemes.Authorizer) is { } extension)
        {
            if (extension.Text("type")?.ToUpperInvariant() is not "REQUEST" || extension.Text("authorizerUri") is not ['a', 'r', 'n', ':', ..])
            {
                operation.Find(LintSocketRules.Authorizer, "/security", name);

                return ("NONE", null);
            }

            _authorizers[name] = new SocketAuthorizerSpec
            {
                IdentitySource = extension.Text("identitySource")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
                Uri = extension.Text("authorizerUri"),
                Credentials = extension.Text("authorizerCredentials"),
            };

            return ("CUSTOM", name);
        }

        switch (scheme[ProjectionSchemes.AtGateway]?.ToString())
        {
            case "open":
                operation.Find(LintSecurityRules.Open, "", name);
                break;

            case "api-key":
                operation.Find(LintSocketRules.ApiKey, "/security");
                break;

            default:
                operation.Find(scheme.Text("type") is "apiKey" && string.Equals(scheme.Text("name"), "x-api-key", StringComparison.OrdinalIgnoreCase) ? LintSocketRules.ApiKey : LintSecurityRules.Unknown, "/security", name);
                break;
        }

        return ("NONE", null);
    }
}
