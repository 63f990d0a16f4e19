using System.Globalization;
using System.Text;
using Portal.Server.Gateway;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// What is sent to API Gateway for a document: a pure function, and the normal form of what an import makes of it. API Gateway takes a subset of OpenAPI 2.0 and 3.0
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html); whatever of the document does not reach it is a finding.
/// </summary>
internal static class GatewayDocument
{
    private static readonly string[] Documentation = ["summary", "description", "tags", "externalDocs", "deprecated", "callbacks", "servers"];

    public static Projection Project(SourceDocument document, ProjectionSettings settings)
    {
        var source = new ProjectionSource(document);
        var lint = new Lint(source.PlaceOf, document.LineOf);
        var spec = Read(source, settings, lint);

        if (spec.Methods.Count is 0 && lint.Findings.All(finding => finding.Level is not FindingLevel.Error))
        {
            lint.Add(LintDocumentRules.NoOperations, "/paths");
        }

        var bytes = Encoding.UTF8.GetByteCount(OpenApiBody.Of(spec));

        if (bytes > SourceDocument.MaxBytes)
        {
            lint.Add(LintDocumentRules.BodySize, "", subject: (bytes / 1048576d).ToString("0.0", CultureInfo.InvariantCulture));
        }

        return new Projection { Spec = lint.RefusesAll || spec.Methods.Count is 0 ? null : spec, Findings = lint.Findings };
    }

    private static RestApiSpec Read(ProjectionSource source, ProjectionSettings settings, Lint lint)
    {
        var root = new ProjectionRoot(source, lint);
        var (operations, emptyResources) = new ProjectionPaths(source, lint).Read();
        var schemes = new ProjectionSchemes(source, lint);
        var models = new ProjectionModels(source, lint);
        var declared = new ProjectionDeclared(source, lint);
        var validators = declared.RequestValidators();

        var parts = new Parts(source, models, validators, new ProjectionParameters(source), new ProjectionBodies(source, models), new ProjectionSecurity(source, schemes, lint), new ProjectionIntegration(source, settings.EndpointType));
        var methods = operations.Select(operation => Read(parts, new ProjectionMethod(operation, lint))).Where(method => !lint.Refuses(method.Collected.Operation.Name)).ToList();
        var sent = models.Build(methods.SelectMany(method => method.Collected.RequestModels.Values.Concat(method.Collected.Responses.Values.SelectMany(response => response.Models.Values))));

        root.Rest(settings.AwsName);

        return RestApiNormal.Of(new RestApiSpec(settings.ApiId)
        {
            Name = settings.AwsName,
            Description = source.Root.Member("info").Text("description"),
            Version = source.Root.Member("info")?["version"]?.ToString(),
            EndpointType = settings.EndpointType,
            VpcEndpointIds = root.VpcEndpointIds(settings.EndpointType),
            SecurityPolicy = root.SecurityPolicy(),
            EndpointAccessMode = root.EndpointAccessMode(),
            ApiKeySource = root.KeySource(),
            DisableExecuteApiEndpoint = root.DisableExecuteApiEndpoint(),
            MinimumCompressionSize = root.MinimumCompressionSize(),
            BinaryMediaTypes = root.BinaryMediaTypes(),
            Policy = root.Policy(settings.EndpointType),
            Methods = new SortedMap<MethodSpec>(methods.Select(method => KeyValuePair.Create(method.Collected.Operation.Key, method.Spec with
            {
                RequestModels = ProjectionMethod.Models(method.Collected.RequestModels, sent.ContainsKey),
                Responses = method.Collected.ResponseSpecs(sent.ContainsKey),
            }))),
            EmptyResources = emptyResources,
            Models = sent,
            RequestValidators = validators,
            Authorizers = schemes.Authorizers,
            GatewayResponses = declared.GatewayResponses(),
        });
    }

    private static (ProjectionMethod Collected, MethodSpec Spec) Read(Parts parts, ProjectionMethod method)
    {
        parts.Parameters.Read(method);
        parts.Bodies.Read(method);

        var demand = parts.Security.Read(method);
        var integration = parts.Integration.Read(method);

        foreach (var word in Documentation.Where(method.Operation.Node.ContainsKey))
        {
            method.Find(LintDocumentRules.Documentation, "/" + word, word);
        }

        return (method, new MethodSpec
        {
            OperationName = method.Operation.Node.Text("operationId"),
            AuthorizationType = demand.Type,
            Authorizer = demand.Authorizer,
            AuthorizationScopes = demand.Scopes,
            ApiKeyRequired = demand.ApiKey,
            RequestValidator = Validator(parts, method),
            RequestParameters = new SortedMap<bool>(method.Parameters),
            RequestModels = SortedMap<string>.Empty,
            Responses = SortedMap<MethodResponseSpec>.Empty,
            Integration = integration,
        });
    }

    private static string? Validator(Parts parts, ProjectionMethod method)
    {
        const string word = "x-amazon-apigateway-request-validator";
        var name = (method.Operation.Node[word] ?? parts.Source.Root[word])?.ToString();

        if (name is not null && !parts.Validators.ContainsKey(name))
        {
            method.Find(LintMethodRules.Validator, method.Operation.Node.ContainsKey(word) ? "/" + word : "", name);
        }

        return name;
    }

    private sealed record Parts(
        ProjectionSource Source,
        ProjectionModels Models,
        SortedMap<RequestValidatorSpec> Validators,
        ProjectionParameters Parameters,
        ProjectionBodies Bodies,
        ProjectionSecurity Security,
        ProjectionIntegration Integration);
}
