using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.CloudTrail;

/// <summary>
/// What was asked, as CloudTrail shows it. Version 1 of API Gateway has the body in a member named for the input, such as <c>createRestApiInput</c>,
/// beside the parts of the path; everything else is flat.
/// </summary>
internal static class Parameters
{
    /// <summary>Their bodies are documents, not structures.</summary>
    private static readonly HashSet<string> WithDocument = ["ImportRestApi", "PutRestApi", "ImportApiKeys", "ImportDocumentationParts"];

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["restapi_id"] = "restApiId",
        ["usageplan_id"] = "usagePlanId",
        ["usageplanId"] = "usagePlanId",
        ["api_Key"] = "apiKey",
        ["requestvalidator_id"] = "requestValidatorId",
        ["clientcertificate_id"] = "clientCertificateId",
        ["vpclink_id"] = "vpcLinkId",
        ["part_id"] = "documentationPartId",
        ["doc_version"] = "documentationVersion",
        ["resource-arn"] = "resourceArn",
        ["failonwarnings"] = "failOnWarnings",
    };

    // A tree of nodes takes no member that stands twice.
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    public static JsonObject? Of(Operation operation, IReadOnlyDictionary<string, string> path, IQueryCollection query, ReadOnlyMemory<byte> input)
    {
        var isFirst = operation.Service is Gateway.Service && !operation.Template.StartsWith("/v2", StringComparison.Ordinal);
        JsonObject parameters = [];
        foreach (var (name, value) in path)
        {
            parameters[Named(name)] = value;
        }

        foreach (var (name, values) in query.Where(_ => operation.Service is Gateway.Service))
        {
            parameters[Named(name)] = values is [var one] ? one : new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        }

        if (!WithDocument.Contains(operation.Name) && Body(input) is { Count: > 0 } body)
        {
            if (isFirst)
            {
                parameters[$"{Lower(operation.Name)}Input"] = body;
            }
            else
            {
                foreach (var (name, value) in body.ToList())
                {
                    body.Remove(name);
                    parameters[Lower(name)] = value;
                }
            }
        }

        if (isFirst)
        {
            parameters["template"] = false;
        }

        return parameters.Count is 0 ? null : parameters;
    }

    private static string Named(string name)
    {
        if (Names.TryGetValue(name, out var known))
        {
            return known;
        }

        var words = name.Split('_', StringSplitOptions.RemoveEmptyEntries);
        return words is [] ? name : Lower(words[0]) + string.Concat(words[1..].Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    private static string Lower(string name) => name is "" ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private static JsonObject? Body(ReadOnlyMemory<byte> input)
    {
        try
        {
            return input.IsEmpty ? null : JsonNode.Parse(input.Span, documentOptions: Once) as JsonObject;
        }
        catch (JsonException)
        {
            // What cannot be read was refused, and that is what is told of it.
            return null;
        }
    }
}
