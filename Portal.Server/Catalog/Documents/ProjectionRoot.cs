using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog.Documents;

/// <summary>What the document says of the API as a whole, most of it in AWS's extensions.</summary>
internal sealed class ProjectionRoot(ProjectionSource source, Lint lint)
{
    private const string Aws = "x-amazon-apigateway-";

    private static readonly string[] Unapplied =
    [
        Aws + "cors", Aws + "importexport-version", Aws + "security-policy", Aws + "endpoint-access-mode", Aws + "documentation",
    ];

    private static readonly string[] Documentation = ["webhooks", "tags", "externalDocs"];

    public string KeySource()
    {
        var value = source.Root[ApiKeySources.Member]?.ToString().ToUpperInvariant() ?? "HEADER";

        if (value is not ("HEADER" or "AUTHORIZER"))
        {
            Find(LintDocumentRules.KeySource, "api-key-source", value);
        }

        return value;
    }

    public int? MinimumCompressionSize()
    {
        if (source.Root[Aws + "minimum-compression-size"] is not { } node)
        {
            return null;
        }

        if (!int.TryParse(node.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) || bytes > 10_485_760)
        {
            Find(LintDocumentRules.Compression, "minimum-compression-size", node.ToString());
        }

        return bytes;
    }

    public IReadOnlyList<string> BinaryMediaTypes()
    {
        var node = source.Root[Aws + "binary-media-types"];

        foreach (var wrong in node is null or JsonArray ? (node as JsonArray ?? []).Where(type => type.AsText is not { } text || !text.Contains('/', StringComparison.Ordinal)) : [node])
        {
            Find(LintDocumentRules.MediaTypes, "binary-media-types", wrong?.ToString() ?? "null");
        }

        return [.. (node as JsonArray ?? []).Select(type => type.AsText).OfType<string>().Distinct()];
    }

    /// <summary>True only where the document disables the address that AWS gives.</summary>
    public bool DisableExecuteApiEndpoint()
    {
        const string name = Aws + "endpoint-configuration";
        List<JsonObject> configurations = [.. source.Root.Items("servers").Append(source.Root).Select(node => node.Member(name)).OfType<JsonObject>()];

        if (configurations.Exists(configuration => configuration.ContainsKey("vpcEndpointIds")))
        {
            Find(LintDocumentRules.Extension, "endpoint-configuration", "vpcEndpointIds");
        }

        return configurations.Exists(configuration => configuration["disableExecuteApiEndpoint"]?.ToString() is "true");
    }

    public string? Policy(string endpointType)
    {
        const string name = "policy";
        var node = source.Root[Aws + name];

        if (node is null)
        {
            if (endpointType is "PRIVATE")
            {
                lint.Add(LintDocumentRules.PrivateWithoutPolicy, "");
            }

            return null;
        }

        if (node is not JsonObject || !(node["Statement"] is JsonObject || (node["Statement"] is JsonArray { Count: > 0 } statements && statements.All(statement => statement is JsonObject))))
        {
            Find(LintDocumentRules.Policy, name, null);
            return null;
        }

        var policy = RestApiNormal.Policy(node, restApiId: null);

        if (policy.Length > 8_192)
        {
            Find(LintDocumentRules.PolicySize, name, policy.Length.ToString(CultureInfo.InvariantCulture));
        }

        return policy;
    }

    /// <summary>Says what of the root does not reach API Gateway.</summary>
    public void Rest(string awsName)
    {
        if (source.Root.Member("info").Text("title") != awsName)
        {
            lint.Add(LintDocumentRules.Title, "/info/title", subject: awsName);
        }

        if (source.Root.Member("info")?["version"] is null)
        {
            lint.Add(LintDocumentRules.Version, "/info");
        }

        if (source.Root.Items("servers").Any(server => server.Text("url") is not (null or "/")))
        {
            lint.Add(LintDocumentRules.Servers, "/servers");
        }

        foreach (var name in Unapplied.Where(source.Root.ContainsKey))
        {
            lint.Add(LintDocumentRules.Extension, "/" + name, subject: name);
        }

        foreach (var name in Documentation.Where(source.Root.ContainsKey))
        {
            lint.Add(LintDocumentRules.Documentation, "/" + name, subject: name);
        }
    }

    private void Find(LintRule rule, string name, string? subject) => lint.Add(rule, "/" + Aws + name, subject: subject);
}
