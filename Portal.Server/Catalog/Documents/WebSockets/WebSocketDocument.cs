using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents.HttpApis;
using Portal.Server.Gateway;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.WebSockets;

/// <summary>What API Gateway makes of a document that is a WebSocket API. The form is the portal's own (docs/decisions/0012): OpenAPI has none for messages, and AWS imports none.</summary>
internal static class WebSocketDocument
{
    public const string Selection = "x-amazon-apigateway-route-selection-expression";

    /// <summary>Of an operation: whether what the integration answers is sent back.</summary>
    public const string Answers = "x-amazon-apigateway-route-response";

    private static readonly string[] OfOthers =
        ["x-amazon-apigateway-cors", "x-amazon-apigateway-gateway-responses", "x-amazon-apigateway-binary-media-types", "x-amazon-apigateway-minimum-compression-size", "x-amazon-apigateway-request-validators", "x-amazon-apigateway-request-validator"];

    public static Projection Project(SourceDocument document, ProjectionSettings settings)
    {
        var source = new ProjectionSource(document);
        var lint = new Lint(source.PlaceOf, document.LineOf);
        var security = new SocketSecurity(source, lint);
        var integrations = new SocketIntegration(source);
        var models = new ProjectionModels(source, lint);
        var requests = new SocketRequests(source, models);
        var routes = Operations(source, lint).Select(operation => (Operation: operation, Key: operation.Route.Path[1..], Spec: requests.Read(operation, Read(operation, security, integrations)))).ToList();
        Root(source, settings, lint);

        var kept = routes.Where(route => !lint.Refuses(route.Operation.Name)).ToList();

        var sent = models.Build(kept.SelectMany(route => route.Spec.RequestModels!.Values.Concat(route.Spec.ResponseModels!.Values)));

        if (kept is [] && lint.Findings.All(finding => finding.Level is not FindingLevel.Error))
        {
            lint.Add(LintHttpRules.NoOperations, "/paths");
        }

        var spec = WebSocketNormal.Of(new WebSocketApiSpec(settings.ApiId)
        {
            Name = settings.AwsName,
            Description = source.Root.Member("info").Text("description"),
            Version = source.Root.Member("info")?["version"]?.ToString(),
            DisableExecuteApiEndpoint = source.Root.Items("servers").Any(server => server.Member("x-amazon-apigateway-endpoint-configuration").Flag("disableExecuteApiEndpoint")),
            RouteSelectionExpression = source.Root.Text(Selection) ?? RouteMessage.DefaultSelection,
            ApiKeySelectionExpression = KeySource(source, lint),
            Models = new(sent.Select(model => KeyValuePair.Create(model.Key, Headed(model.Value, models.SchemaOf(model.Key))))),
            MessageRoutes = new(kept.Select(route => KeyValuePair.Create(route.Key, Among(sent, route.Spec)))),
            Authorizers = security.Authorizers,
        });

        return new Projection { Spec = lint.RefusesAll || kept is [] ? null : spec, Findings = lint.Findings };
    }

    private static ModelSpec Headed(ModelSpec model, JsonNode? schema) => model with { ContentType = ModelHead.ContentTypeOf(schema), Description = ModelHead.DescriptionOf(schema) };

    private static MessageRouteSpec Among(SortedMap<ModelSpec> sent, MessageRouteSpec route) => route with
    {
        RequestModels = new(route.RequestModels!.Where(model => sent.ContainsKey(model.Value))),
        ResponseModels = new(route.ResponseModels!.Where(model => sent.ContainsKey(model.Value))),
    };

    private static MessageRouteSpec Read(HttpOperation operation, SocketSecurity security, SocketIntegration integrations)
    {
        var demand = security.Read(operation, operation.Route.Path[1..]);

        return new MessageRouteSpec
        {
            OperationName = operation.Node.Text("operationId"),
            AuthorizationType = demand.Type,
            Authorizer = demand.Authorizer,
            ApiKeyRequired = demand.ApiKey,
            Answers = operation.Node.Flag(Answers),
            Integration = integrations.Read(operation),
        };
    }

    private static IEnumerable<HttpOperation> Operations(ProjectionSource source, Lint lint)
    {
        foreach (var (path, node) in source.Root.Member("paths").Members)
        {
            if (path is not ['/', ..] || References.Follow(source.Root, node) is not JsonObject item)
            {
                continue;
            }

            foreach (var member in DocumentShape.Methods.Where(method => item[method] is JsonObject))
            {
                var operation = new HttpOperation(RouteName.Of(member, path), JsonPointer.Of("paths", path, member), (JsonObject)item[member]!, lint);

                if (operation.Node.Flag(ProjectionPaths.LeaveOut))
                {
                    operation.Find(LintPathRules.LeftOut, "");
                }
                else if (member is not DocumentShape.AnyMethod)
                {
                    operation.Find(LintSocketRules.Verb, "");
                }
                else if (path.Length is 1 || path.AsSpan(1).ContainsAny("/ {}"))
                {
                    operation.Find(LintSocketRules.Key, "", path);
                }
                else
                {
                    yield return operation;
                }
            }
        }
    }

    private static void Root(ProjectionSource source, ProjectionSettings settings, Lint lint)
    {
        if (source.Root.Member("info").Text("title") != settings.AwsName)
        {
            lint.Add(LintHttpRules.Title, "/info/title", subject: settings.AwsName);
        }

        if (source.Root.Text(Selection) is null)
        {
            lint.Add(LintSocketRules.Selection, "");
        }

        if (source.Root["x-amazon-apigateway-policy"] is not null)
        {
            lint.Add(LintSocketRules.Policy, "/x-amazon-apigateway-policy");
        }

        foreach (var name in OfOthers.Where(source.Root.ContainsKey))
        {
            lint.Add(LintSocketRules.Extension, "/" + name, subject: name);
        }
    }

    /// <summary>Said as in documents of REST APIs.</summary>
    private static string? KeySource(ProjectionSource source, Lint lint)
    {
        var said = source.Root.Text(ApiKeySources.Member)?.ToUpperInvariant();

        if (said is not (null or "HEADER" or "AUTHORIZER"))
        {
            lint.Add(LintDocumentRules.KeySource, "/" + ApiKeySources.Member, subject: said);
        }

        return said is "AUTHORIZER" ? WebSocketNormal.KeyOfAuthorizer : null;
    }
}
