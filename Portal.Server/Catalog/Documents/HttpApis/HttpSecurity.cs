using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.HttpApis;

/// <summary>What a route demands of its callers: at most one authorizer. A route is never opened silently.</summary>
internal sealed class HttpSecurity(ProjectionSource source, HttpSchemes schemes)
{
    public HttpDemand Read(HttpOperation operation)
    {
        var security = operation.Node["security"] ?? source.Root["security"];

        // A misspelt demand must not pass as none.
        if (security is not null && !(security is JsonArray items && items.All(item => item is JsonObject)))
        {
            operation.Find(LintSecurityRules.Form, operation.Node["security"] is null ? "" : "/security");
        }

        List<JsonObject> ways = [.. (security as JsonArray ?? []).OfType<JsonObject>()];
        var optional = ways.RemoveAll(way => way.Count is 0) > 0;
        var demands = ways.SelectMany(way => way).ToList();

        switch (operation.Node.Member(ProjectionSecurity.Auth)?["type"]?.ToString().ToUpperInvariant())
        {
            case "NONE":
                return HttpDemand.None;

            case "AWS_IAM":
                return HttpDemand.None with { Type = "AWS_IAM" };

            case { } other:
                operation.Find(LintSecurityRules.Auth, "/" + ProjectionSecurity.Auth, other);
                break;
        }

        var demand = Chosen(operation, demands);
        Explain(operation, demands, demand, optional, ways.Count > 1);

        return demand;
    }

    /// <summary>The first that can guard.</summary>
    private HttpDemand Chosen(HttpOperation operation, List<KeyValuePair<string, JsonNode?>> demands)
    {
        var demand = HttpDemand.None;

        foreach (var (name, scopes) in demands)
        {
            var kind = schemes.Find(name);

            if (kind is not (HttpScheme.Jwt or HttpScheme.Custom or HttpScheme.Iam))
            {
                continue;
            }

            if (!demand.IsNone)
            {
                operation.Find(LintSecurityRules.OneAuthorizer, "/security", demand.Authorizer ?? demand.Type);
                operation.Find(LintSecurityRules.OneAuthorizer, "/security", name);
                continue;
            }

            demand = kind switch
            {
                HttpScheme.Iam => HttpDemand.None with { Type = "AWS_IAM" },
                HttpScheme.Jwt => new HttpDemand("JWT", name, [.. (scopes as JsonArray ?? []).Select(scope => scope.AsText).OfType<string>().Distinct()]),
                _ => new HttpDemand("CUSTOM", name, []),
            };

            if (kind is HttpScheme.Custom && scopes is JsonArray { Count: > 0 } left)
            {
                operation.Find(LintHttpRules.Scopes, "/security", string.Join(", ", left.Select(scope => scope.AsText).OfType<string>()));
            }
        }

        return demand;
    }

    /// <summary>Says what became of the rest of the demands.</summary>
    private void Explain(HttpOperation operation, List<KeyValuePair<string, JsonNode?>> demands, HttpDemand demand, bool optional, bool several)
    {
        if (optional && !demand.IsNone)
        {
            operation.Find(LintSecurityRules.Optional, "/security", demand.Authorizer ?? demand.Type);
        }

        foreach (var name in demands.Select(item => item.Key).Distinct())
        {
            switch (schemes.Find(name))
            {
                case HttpScheme.Open:
                    operation.Find(LintSecurityRules.Open, "", name);
                    break;

                case HttpScheme.ApiKey when !demand.IsNone:
                    operation.Find(LintHttpRules.ApiKeyToo, "/security");
                    break;

                case HttpScheme.ApiKey when !optional:
                    operation.Find(LintHttpRules.ApiKey, "/security");
                    break;

                case null or HttpScheme.Unknown when !demand.IsNone:
                    operation.Find(several ? LintSecurityRules.Narrowed : LintSecurityRules.OneAuthorizer, "/security", name);
                    break;

                case null when !optional:
                    operation.Lint.Add(LintSecurityRules.Undeclared, operation.Pointer, operation.Name, name, group: name);
                    break;

                case HttpScheme.Unknown when !optional:
                    operation.Lint.Add(LintSecurityRules.Unknown, JsonPointer.Of("components", "securitySchemes", name), operation.Name, name, group: name);
                    break;
            }
        }
    }
}

/// <summary>What a route demands of its callers.</summary>
/// <param name="Type">NONE, AWS_IAM, JWT or CUSTOM.</param>
/// <param name="Authorizer">The name of the scheme that is the authorizer, where there is one.</param>
/// <param name="Scopes">Of a JWT authorizer; one of them is enough.</param>
internal sealed record HttpDemand(string Type, string? Authorizer, IReadOnlyList<string> Scopes)
{
    public static HttpDemand None { get; } = new("NONE", null, []);

    public bool IsNone => Type is "NONE";
}
