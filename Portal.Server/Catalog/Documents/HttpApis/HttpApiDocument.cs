using Portal.Server.Gateway;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.HttpApis;

/// <summary>What is sent to API Gateway for a document that is an HTTP API: a pure function, the sibling of <see cref="GatewayDocument"/>. Whatever of the document does not reach it is a finding.</summary>
internal static class HttpApiDocument
{
    private static readonly string[] Documentation = ["summary", "description", "tags", "externalDocs", "deprecated", "callbacks", "servers"];

    public static Projection Project(SourceDocument document, ProjectionSettings settings)
    {
        var source = new ProjectionSource(document);
        var lint = new Lint(source.PlaceOf, document.LineOf);
        var spec = Read(source, settings, lint);

        if (spec.Routes.Count is 0 && lint.Findings.All(finding => finding.Level is not FindingLevel.Error))
        {
            lint.Add(LintHttpRules.NoOperations, "/paths");
        }

        return new Projection { Spec = lint.RefusesAll || spec.Routes.Count is 0 ? null : spec, Findings = lint.Findings };
    }

    private static HttpApiSpec Read(ProjectionSource source, ProjectionSettings settings, Lint lint)
    {
        var root = new HttpRoot(source, lint);
        var schemes = new HttpSchemes(source, lint);
        var security = new HttpSecurity(source, schemes);
        var integrations = new HttpIntegrations(source);
        var routes = new HttpPaths(source, lint).Read().Select(operation => (Operation: operation, Spec: Read(operation, security, integrations))).ToList();

        root.Rest(settings.AwsName);

        return HttpApiNormal.Of(new HttpApiSpec(settings.ApiId)
        {
            Name = settings.AwsName,
            Description = source.Root.Member("info").Text("description"),
            Version = source.Root.Member("info")?["version"]?.ToString(),
            DisableExecuteApiEndpoint = root.DisableExecuteApiEndpoint(),
            Cors = root.Cors(),
            Routes = new(from route in routes where !lint.Refuses(route.Operation.Name) select KeyValuePair.Create(route.Operation.Key, route.Spec)),
            Authorizers = schemes.Authorizers,
        });
    }

    private static HttpRouteSpec Read(HttpOperation operation, HttpSecurity security, HttpIntegrations integrations)
    {
        var demand = security.Read(operation);

        foreach (var word in Documentation.Where(operation.Node.ContainsKey))
        {
            operation.Find(LintDocumentRules.Documentation, "/" + word, word);
        }

        if (operation.Node.Text(HttpRoot.Validator) is { } validator)
        {
            operation.Find(LintHttpRules.Validator, "/" + HttpRoot.Validator, validator);
        }

        return new HttpRouteSpec
        {
            OperationName = operation.Node.Text("operationId"),
            AuthorizationType = demand.Type,
            Authorizer = demand.Authorizer,
            AuthorizationScopes = demand.Scopes,
            Integration = integrations.Read(operation),
        };
    }
}
