using System.Text.Json;
using Portal.Sandbox.ApiGateway.Authorizers;
using Portal.Sandbox.ApiGateway.GatewayResponses;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.Models;
using Portal.Sandbox.ApiGateway.RequestValidators;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>
/// A document over an API: merged into what is there, or in its place. Endpoint configuration, tags, deployments and stages stay as they are;
/// an overwrite resets everything else that the document does not name.
/// </summary>
internal sealed record ApiImport
{
    public required bool Overwrite { get; init; }

    public required bool FailOnWarnings { get; init; }

    public required bool IgnoresDocumentation { get; init; }

    /// <summary>ignore, prepend or split: what becomes of the document's base path.</summary>
    public required string BasePath { get; init; }

    public required string Account { get; init; }

    public required string Region { get; init; }

    public ApiEntry Apply(OpenApiDocument document, ApiEntry entry)
    {
        var (api, before) = (entry.Api, entry.Definition);
        ImportLog log = new();
        var kept = Overwrite ? new() { Resources = Map<Resource>.Empty } : before;
        var validators = ValidatorImport.Read(document, before.Validators);
        ModelImport models = new(document, api.Id, before.Models, log);
        models.ReadNamed();
        SecurityImport security = new(document, before.Authorizers, log);
        security.Read();

        PathImport paths = new(document, new(document, models, security, operation => ValidatorImport.IdOf(document, operation, validators)), log);
        paths.KeepIdsOf(before.Resources.Values);
        paths.Keep(Overwrite ? [before.Resources[api.RootResourceId] with { ResourceMethods = null }] : before.Resources.Values);
        var resources = paths.Read(Prefix(document)).ToList();

        var definition = new ApiDefinition
        {
            Resources = Map<Resource>.Of(resources.Select(resource => KeyValuePair.Create(resource.Id, resource))),
            Models = Map<Model>.Of([.. kept.Models, .. models.Models.Select(model => KeyValuePair.Create(model.Name, model))]),
            Validators = Map<RequestValidator>.Of([.. kept.Validators, .. validators.Select(validator => KeyValuePair.Create(validator.Id, validator))]),
            Authorizers = Map<Authorizer>.Of([.. kept.Authorizers, .. security.Authorizers.Select(authorizer => KeyValuePair.Create(authorizer.Id, authorizer))]),
            GatewayResponses = Map<GatewayResponse>.Of([.. kept.GatewayResponses, .. GatewayResponseImport.Read(document, log)]),
        };
        CheckReferences(definition, log);
        log.Try("create resources", () => Limits.Check(definition.Resources.Count, Limits.Resources, "resources", "this API"));
        log.Try("create authorizers", () => Limits.Check(definition.Authorizers.Count, Limits.Authorizers, "authorizers", "this API"));
        DocumentationImport documentation = new(entry.Documentation.Parts, Overwrite);
        if (!IgnoresDocumentation)
        {
            documentation.ReadNative(document, Prefix(document), log);
            documentation.Read(document, log);
        }

        var described = RootImport.Apply(document, api, Overwrite, Account, Region, log);
        log.Refuse(FailOnWarnings);
        return entry with
        {
            Api = described with { Warnings = log.Warnings is [] ? null : log.Warnings },
            Definition = definition,
            Documentation = IgnoresDocumentation ? entry.Documentation : entry.Documentation with { Parts = documentation.Parts },
        };
    }

    /// <summary>After all parts are read, because methods may name what comes later in the document.</summary>
    private static void CheckReferences(ApiDefinition definition, ImportLog log)
    {
        foreach (var resource in definition.Resources.Values)
        {
            foreach (var method in resource.ResourceMethods?.Values ?? [])
            {
                log.Try($"put method '{method.HttpMethod}' on resource at path '{resource.Path}'", () =>
                {
                    MethodRules.Check(definition, method);
                    foreach (var response in method.MethodResponses?.Values ?? [])
                    {
                        MethodRules.CheckResponse(definition, response);
                    }
                });
            }
        }
    }

    private string Prefix(OpenApiDocument document)
    {
        var path = (document.IsSwagger ? document.Root.Member("basePath").Text() : ServerPath(document.Root.Member("servers").Items().FirstOrDefault()))?.Trim('/') ?? "";
        return (BasePath, path.Split('/')) switch
        {
            (_, [""]) or ("ignore", _) => "",
            ("prepend", _) => $"/{path}",
            ("split", [_, .. var rest]) => rest is [] ? "" : $"/{string.Join('/', rest)}",
            _ => "",
        };
    }

    private static string? ServerPath(JsonElement server)
    {
        var url = server.Member("url").Text();
        foreach (var variable in server.Member("variables").Members())
        {
            url = url?.Replace($"{{{variable.Name}}}", variable.Value.Member("default").Scalar(), StringComparison.Ordinal);
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? absolute.AbsolutePath : url;
    }
}
