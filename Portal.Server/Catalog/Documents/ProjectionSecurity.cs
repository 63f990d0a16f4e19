using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>What a method demands of its callers. A document lists ways in, each a set of schemes; API Gateway has one way in with at most one authorizer and a key.</summary>
internal sealed class ProjectionSecurity(ProjectionSource source, ProjectionSchemes schemes, Lint lint)
{
    public const string Auth = "x-amazon-apigateway-auth";

    public ProjectionDemand Read(ProjectionMethod method)
    {
        var operation = method.Operation.Node;
        var security = operation["security"] ?? source.Root["security"];

        // A misspelt demand must not pass as none.
        if (security is not null && !(security is JsonArray items && items.All(item => item is JsonObject)))
        {
            method.Find(LintSecurityRules.Form, operation["security"] is null ? "" : "/security");
        }

        List<JsonObject> ways = [.. (security as JsonArray ?? []).OfType<JsonObject>()];
        List<JsonObject> known = [.. ways.Where(way => way.Count > 0 && way.All(demand => schemes.Find(demand.Key) is not (null or ProjectionScheme.Unknown)))];
        var demand = Merge(method, known);

        switch (operation.Member(Auth)?["type"]?.ToString().ToUpperInvariant())
        {
            case "NONE":
                return demand with { Type = "NONE", Authorizer = null, Scopes = [] };

            case "AWS_IAM":
                return demand with { Type = "AWS_IAM", Authorizer = null, Scopes = [] };

            case { } other:
                method.Find(LintSecurityRules.Auth, "/" + Auth, other);
                break;
        }

        Explain(method, [.. ways.Except(known)], demand);

        return demand;
    }

    private ProjectionDemand Merge(ProjectionMethod method, List<JsonObject> ways)
    {
        var demand = ProjectionDemand.None;

        foreach (var (name, scopes) in ways.SelectMany(way => way))
        {
            switch (schemes.Find(name))
            {
                case ProjectionScheme.ApiKey:
                    demand = demand with { ApiKey = true };
                    break;

                case ProjectionScheme.Open:
                    method.Find(LintSecurityRules.Open, "", name);
                    break;

                case { } when demand.Type is not "NONE" && demand.Authorizer != name:
                    method.Find(LintSecurityRules.OneAuthorizer, "/security", demand.Authorizer ?? "AWS_IAM");
                    method.Find(LintSecurityRules.OneAuthorizer, "/security", name);
                    break;

                case ProjectionScheme.Iam:
                    demand = demand with { Type = "AWS_IAM" };
                    break;

                case var kind:
                    demand = demand with { Type = kind is ProjectionScheme.Cognito ? "COGNITO_USER_POOLS" : "CUSTOM", Authorizer = name, Scopes = Scopes(method, kind, scopes) };
                    break;
            }
        }

        if (ways.Select(way => string.Join('+', way.Select(item => item.Key).Where(name => schemes.Find(name) is not ProjectionScheme.Open).Order(StringComparer.Ordinal))).Distinct().Count() > 1)
        {
            method.Find(LintSecurityRules.All, "/security", string.Join(" or ", ways.SelectMany(way => way.Select(item => item.Key)).Distinct()));
        }

        return demand;
    }

    private static List<string> Scopes(ProjectionMethod method, ProjectionScheme? kind, JsonNode? scopes)
    {
        List<string> names = [.. (scopes as JsonArray ?? []).Select(scope => scope.AsText).OfType<string>()];

        if (kind is not ProjectionScheme.Cognito && names is not [])
        {
            method.Find(LintSecurityRules.Scopes, "/security", string.Join(", ", names));
            return [];
        }

        return names;
    }

    /// <summary>Says what became of the ways in that API Gateway does not know, and of "or none at all".</summary>
    private void Explain(ProjectionMethod method, List<JsonObject> unknown, ProjectionDemand demand)
    {
        var optional = unknown.RemoveAll(way => way.Count is 0) > 0;

        if (optional && !demand.IsNone)
        {
            method.Find(LintSecurityRules.Optional, "/security", demand.Authorizer ?? (demand.ApiKey ? "an API key" : demand.Type));
        }

        foreach (var name in unknown.SelectMany(way => way.Select(item => item.Key)).Distinct())
        {
            var scheme = schemes.Find(name);

            // Where the document admits callers without credentials, nothing is opened that was closed.
            if (scheme is not (null or ProjectionScheme.Unknown) || (optional && demand.IsNone))
            {
                continue;
            }

            if (!demand.IsNone)
            {
                method.Find(LintSecurityRules.Narrowed, "/security", name);
            }
            else
            {
                lint.Add(scheme is null ? LintSecurityRules.Undeclared : LintSecurityRules.Unknown,
                    scheme is null ? method.Operation.Pointer : JsonPointer.Of("components", "securitySchemes", name), method.Operation.Name, name, group: name);
            }
        }
    }
}

/// <summary>What a method demands of its callers.</summary>
/// <param name="Type">NONE, AWS_IAM, CUSTOM or COGNITO_USER_POOLS.</param>
/// <param name="Authorizer">The name of the scheme that is the authorizer, where there is one.</param>
/// <param name="Scopes">Of a Cognito user pool; one of them is enough.</param>
/// <param name="ApiKey">Whether an API key is demanded besides.</param>
internal sealed record ProjectionDemand(string Type, string? Authorizer, IReadOnlyList<string> Scopes, bool ApiKey)
{
    public static ProjectionDemand None { get; } = new("NONE", null, [], false);

    public bool IsNone => Type is "NONE" && !ApiKey;
}
