using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents.HttpApis;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog.Documents.WebSockets;

/// <summary>Who may open a connection: at most one authorizer, on $connect. It is never opened silently.</summary>
internal sealed class SocketSecurity(ProjectionSource source, Lint lint)
{
    public const string Connect = "$connect";

    /// <summary>Those that the document declares and API Gateway would take, whether or not $connect names them.</summary>
    public SortedMap<SocketAuthorizerSpec> Authorizers { get; } = new(
        from scheme in source.Root.Member("components").Member("securitySchemes").Members
        let authorizer = AuthorizerOrNull(References.Follow(source.Root, scheme.Value).Member(ProjectionSchemes.Authorizer))
        where authorizer is not null
        select KeyValuePair.Create(scheme.Key, authorizer));

    /// <summary>AWS's word for it, the authorizer's name, and whether an API key is demanded besides.</summary>
    public ProjectionDemand Read(HttpOperation operation, string key)
    {
        var own = operation.Node["security"];
        var type = operation.Node.Member(ProjectionSecurity.Auth)?["type"]?.ToString().ToUpperInvariant();

        if (key is not Connect)
        {
            if (own is JsonArray { Count: > 0 } || type is "AWS_IAM")
            {
                operation.Find(LintSocketRules.Guarded, own is null ? "" : "/security");
            }

            return ProjectionDemand.None;
        }

        var security = own ?? source.Root["security"];

        if (security is not null && !(security is JsonArray items && items.All(item => item is JsonObject)))
        {
            operation.Find(LintSecurityRules.Form, own is null ? "" : "/security");
        }

        var ways = (security as JsonArray ?? []).OfType<JsonObject>().ToList();
        var demand = Chosen(operation, [.. ways.SelectMany(way => way).Select(item => item.Key).Distinct()]);

        if (ways.Select(way => string.Join('+', way.Select(item => item.Key).Order(StringComparer.Ordinal))).Distinct().Count() > 1 && !demand.IsNone)
        {
            operation.Find(LintSecurityRules.All, own is null ? "" : "/security", string.Join(" or ", ways.SelectMany(way => way.Select(item => item.Key)).Distinct()));
        }

        switch (type)
        {
            case "NONE" or "AWS_IAM":
                return demand with { Type = type, Authorizer = null };

            case { } other:
                operation.Find(LintSecurityRules.Auth, "/" + ProjectionSecurity.Auth, other);
                break;
        }

        return demand;
    }

    private ProjectionDemand Chosen(HttpOperation operation, List<string> names)
    {
        var chosen = ProjectionDemand.None;

        foreach (var name in names)
        {
            var (type, authorizer, key) = KindOf(operation, name);
            chosen = chosen with { ApiKey = chosen.ApiKey || key };

            if (type is not "NONE" && chosen.Type is not "NONE")
            {
                operation.Find(LintSecurityRules.OneAuthorizer, "/security", chosen.Authorizer ?? chosen.Type);
                operation.Find(LintSecurityRules.OneAuthorizer, "/security", name);
            }
            else if (type is not "NONE")
            {
                chosen = chosen with { Type = type, Authorizer = authorizer };
            }
        }

        if (chosen.ApiKey)
        {
            operation.Find(LintSocketRules.ApiKey, "/security");
        }

        return chosen;
    }

    private (string Type, string? Authorizer, bool ApiKey) KindOf(HttpOperation operation, string name)
    {
        if (References.Follow(source.Root, source.Root.Member("components").Member("securitySchemes").Node(name)) is not JsonObject scheme)
        {
            lint.Add(LintSecurityRules.Undeclared, operation.Pointer, operation.Name, name, group: name);

            return ("NONE", null, false);
        }

        if (string.Equals(scheme.Text("x-amazon-apigateway-authtype"), "awsSigv4", StringComparison.OrdinalIgnoreCase))
        {
            return ("AWS_IAM", null, false);
        }

        if (scheme.Member(ProjectionSchemes.Authorizer) is not null)
        {
            if (Authorizers.ContainsKey(name))
            {
                return ("CUSTOM", name, false);
            }

            operation.Find(LintSocketRules.Authorizer, "/security", name);

            return ("NONE", null, false);
        }

        switch (scheme[ProjectionSchemes.AtGateway]?.ToString())
        {
            case "open":
                operation.Find(LintSecurityRules.Open, "", name);
                break;

            case "api-key":
                return ("NONE", null, true);

            case null when ApiKeySchemes.Fits(scheme):
                return ("NONE", null, true);

            default:
                operation.Find(LintSecurityRules.Unknown, "/security", name);
                break;
        }

        return ("NONE", null, false);
    }

    private static SocketAuthorizerSpec? AuthorizerOrNull(JsonObject? extension) => extension.Text("type")?.ToUpperInvariant() is not "REQUEST" || extension.Text("authorizerUri") is not ['a', 'r', 'n', ':', ..] ? null : new SocketAuthorizerSpec
    {
        IdentitySource = extension.Text("identitySource")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        Uri = extension.Text("authorizerUri"),
        Credentials = extension.Text("authorizerCredentials"),
    };
}
