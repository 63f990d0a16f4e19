using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog.Documents.HttpApis;

/// <summary>What the document says of the API as a whole.</summary>
internal sealed class HttpRoot(ProjectionSource source, Lint lint)
{
    private const string Aws = "x-amazon-apigateway-";

    private static readonly string[] OfRestApis =
    [
        Aws + "api-key-source", Aws + "gateway-responses", Aws + "binary-media-types", Aws + "minimum-compression-size", Aws + "security-policy", Aws + "endpoint-access-mode", Aws + "documentation",
    ];

    private static readonly string[] Documentation = ["webhooks", "externalDocs"];

    public bool DisableExecuteApiEndpoint()
    {
        const string name = Aws + "endpoint-configuration";
        List<JsonObject> configurations = [.. source.Root.Items("servers").Append(source.Root).Select(node => node.Member(name)).OfType<JsonObject>()];

        if (configurations.Exists(configuration => configuration.ContainsKey("vpcEndpointIds")))
        {
            lint.Add(LintHttpRules.Extension, "/" + name, subject: "vpcEndpointIds");
        }

        return configurations.Exists(configuration => configuration["disableExecuteApiEndpoint"]?.ToString() is "true");
    }

    public CorsSpec? Cors()
    {
        const string name = Aws + "cors";

        if (source.Root[name] is not { } node)
        {
            return null;
        }

        var json = node as JsonObject ?? [];
        var cors = new CorsSpec
        {
            AllowCredentials = json.Flag("allowCredentials"),
            AllowHeaders = Texts(json, "allowHeaders"),
            AllowMethods = Texts(json, "allowMethods"),
            AllowOrigins = Texts(json, "allowOrigins"),
            ExposeHeaders = Texts(json, "exposeHeaders"),
            MaxAge = json.Number("maxAge"),
        };

        if (node is not JsonObject)
        {
            Refuse("it is no object");
        }

        if (json.ContainsKey("maxAge") && cors.MaxAge is null or < -1 or > 86_400)
        {
            Refuse("maxAge");
        }

        if (cors.AllowCredentials && cors.AllowHeaders.Concat(cors.AllowMethods).Concat(cors.AllowOrigins).Contains("*"))
        {
            Refuse("* with allowCredentials");
        }

        return cors;

        void Refuse(string what) => lint.Add(LintHttpRules.Cors, "/" + name, subject: what);
    }

    private List<string> Texts(JsonObject json, string name)
    {
        if (json[name] is { } node and not JsonArray)
        {
            lint.Add(LintHttpRules.Cors, "/" + Aws + "cors/" + name, subject: string.Create(CultureInfo.InvariantCulture, $"{name} is no list"));
        }

        return [.. json.Items(name).Select(item => item.AsText).OfType<string>().Distinct()];
    }

    /// <summary>Says what of the root does not reach API Gateway.</summary>
    public void Rest(string awsName)
    {
        if (source.Root.Member("info").Text("title") != awsName)
        {
            lint.Add(LintHttpRules.Title, "/info/title", subject: awsName);
        }

        if (source.Root.Member("info")?["version"] is null)
        {
            lint.Add(LintDocumentRules.Version, "/info");
        }

        if (source.Root.Items("servers").Any(server => server.Text("url") is not (null or "/")))
        {
            lint.Add(LintDocumentRules.Servers, "/servers");
        }

        if (source.Root[Aws + "policy"] is not null)
        {
            lint.Add(LintHttpRules.Policy, "/" + Aws + "policy");
        }

        foreach (var name in OfRestApis.Where(source.Root.ContainsKey))
        {
            lint.Add(LintHttpRules.Extension, "/" + name, subject: name);
        }

        if (source.Root.Text(Validator) is { } validator)
        {
            lint.Add(LintHttpRules.Validator, "/" + Validator, subject: validator);
        }

        if (source.Root.Member("components").Member("schemas") is { Count: > 0 })
        {
            lint.Add(LintHttpRules.Models, "/components/schemas");
        }

        foreach (var name in Documentation.Where(source.Root.ContainsKey))
        {
            lint.Add(LintDocumentRules.Documentation, "/" + name, subject: name);
        }
    }

    public const string Validator = Aws + "request-validator";
}
