using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog.Documents;

/// <summary>What the root of a document declares by name: request validators and gateway responses.</summary>
internal sealed partial class ProjectionDeclared(ProjectionSource source, Lint lint)
{
    private const string Aws = "x-amazon-apigateway-";

    private static readonly string[] Validations = ["validateRequestBody", "validateRequestParameters"];

    public SortedMap<RequestValidatorSpec> RequestValidators()
    {
        var validators = new Dictionary<string, RequestValidatorSpec>();

        foreach (var (name, node) in Named("request-validators", LintDocumentRules.Validators))
        {
            if (node is not JsonObject || Validations.Any(word => node[word] is { } value && value.ToString() is not ("true" or "false")))
            {
                Find(LintDocumentRules.Validators, "request-validators", name);
                continue;
            }

            validators[name] = new RequestValidatorSpec
            {
                ValidateRequestBody = node["validateRequestBody"]?.ToString() is "true",
                ValidateRequestParameters = node["validateRequestParameters"]?.ToString() is "true",
            };
        }

        return new SortedMap<RequestValidatorSpec>(validators);
    }

    public SortedMap<GatewayResponseSpec> GatewayResponses()
    {
        var responses = new Dictionary<string, GatewayResponseSpec>();

        foreach (var (type, node) in Named("gateway-responses", LintDocumentRules.GatewayResponse))
        {
            var status = node.Node("statusCode")?.ToString();
            var (parameters, templates) = (Texts(node, "responseParameters"), Texts(node, "responseTemplates"));

            if (node is not JsonObject || !GatewayResponseTypes.DefaultStatus.ContainsKey(type) || (status is not null && !Status().IsMatch(status))
                || parameters is null || templates is null || parameters.Keys.Any(name => !name.StartsWith("gatewayresponse.header.", StringComparison.Ordinal)))
            {
                Find(LintDocumentRules.GatewayResponse, "gateway-responses", type);
                continue;
            }

            responses[type] = new GatewayResponseSpec { StatusCode = status, ResponseParameters = new SortedMap<string>(parameters), ResponseTemplates = new SortedMap<string>(templates) };
        }

        return new SortedMap<GatewayResponseSpec>(responses);
    }

    private IEnumerable<KeyValuePair<string, JsonNode?>> Named(string name, LintRule rule)
    {
        if (source.Root[Aws + name] is { } node and not JsonObject)
        {
            Find(rule, name, node.ToJsonString());
        }

        return source.Root.Member(Aws + name).Members;
    }

    /// <summary>Null where a value is no text, or empty ('Invalid null or empty value in responseTemplates').</summary>
    private static Dictionary<string, string>? Texts(JsonNode? node, string name) =>
        node.Member(name).Members.All(member => member.Value.AsText is { Length: > 0 }) ? node.Member(name).Members.ToDictionary(member => member.Key, member => member.Value.AsText!) : null;

    private void Find(LintRule rule, string name, string subject) => lint.Add(rule, "/" + Aws + name, subject: subject);

    [GeneratedRegex(@"^[1-5][0-9][0-9]\z")]
    private static partial Regex Status();
}
