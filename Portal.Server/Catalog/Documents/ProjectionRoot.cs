using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog.Documents;

/// <summary>What the document says of the API as a whole, most of it in AWS's extensions.</summary>
internal sealed class ProjectionRoot(ProjectionSource source, Lint lint)
{
    private const string Aws = "x-amazon-apigateway-";

    private const string AccessMode = "endpoint-access-mode";

    private static readonly string[] Unapplied =
    [
        Aws + "cors", Aws + "importexport-version", Aws + "documentation",
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
    public bool DisableExecuteApiEndpoint() => Endpoints().Any(endpoint => endpoint["disableExecuteApiEndpoint"]?.ToString() is "true");

    /// <summary>Null where the document names none.</summary>
    public IReadOnlyList<string>? VpcEndpointIds(string endpointType)
    {
        List<string> ids = [.. Endpoints().SelectMany(endpoint => endpoint.Items("vpcEndpointIds")).Select(id => id.AsText).OfType<string>().Distinct()];

        if (ids is not [] && endpointType is not "PRIVATE")
        {
            Find(LintDocumentRules.VpcEndpoints, "endpoint-configuration", string.Join(", ", ids));
        }

        return ids;
    }

    public string? SecurityPolicy()
    {
        const string name = "security-policy";
        var policy = source.Root[Aws + name]?.ToString();

        if (policy is not (null or "TLS_1_0" or "TLS_1_2") && !policy.StartsWith("SecurityPolicy_", StringComparison.Ordinal))
        {
            Find(LintDocumentRules.SecurityPolicy, name, policy);
        }

        if (policy?.StartsWith("SecurityPolicy_", StringComparison.Ordinal) is true && !source.Root.ContainsKey(Aws + AccessMode))
        {
            Find(LintDocumentRules.NoAccessMode, name, policy);
        }

        return policy;
    }

    public string? EndpointAccessMode()
    {
        var mode = source.Root[Aws + AccessMode]?.ToString();

        if (mode is not (null or "BASIC" or "STRICT"))
        {
            Find(LintDocumentRules.AccessMode, AccessMode, mode);
        }

        return mode;
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

    /// <summary>OpenAPI 2.0 has it at the root, 3 at the servers.</summary>
    private IEnumerable<JsonObject> Endpoints() => source.Root.Items("servers").Append(source.Root).Select(node => node.Member(Aws + "endpoint-configuration")).OfType<JsonObject>();

    private void Find(LintRule rule, string name, string? subject) => lint.Add(rule, "/" + Aws + name, subject: subject);
}
