using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Server.Gateway;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// What a method calls, as the document's extension says it, or the document's default:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
/// </summary>
internal sealed class ProjectionIntegration(ProjectionSource source, string endpointType)
{
    private const string Place = "/" + IntegrationJson.Member;

    private static readonly HashSet<string> Types = ["MOCK", "HTTP", "HTTP_PROXY", "AWS", "AWS_PROXY"];

    private static readonly string[] OfHttpApis = ["payloadFormatVersion", "integrationSubtype"];

    private readonly ProjectionDefault _default = new(source);

    /// <summary>Null where there is none that API Gateway would take; the lint says why.</summary>
    public IntegrationSpec? Read(ProjectionMethod method)
    {
        var own = References.Follow(source.Root, method.Operation.Node[IntegrationJson.Member]);

        if ((own ?? _default.For(method)) is not { } node)
        {
            return null;
        }

        var json = node as JsonObject ?? [];
        var type = Text(method, json, "type")?.ToUpperInvariant() ?? "";

        if (!Types.Contains(type))
        {
            method.Find(LintIntegrationRules.Type, Place, type is "" ? "none" : type.ToLowerInvariant());
            return null;
        }

        var mapping = new ProjectionMapping(method, Place);
        var parameters = mapping.Requests(json["requestParameters"]);
        var uri = new ProjectionUri(method, Place).Read(type, Text(method, json, "uri"), Text(method, json, "httpMethod")?.ToUpperInvariant(), parameters);
        var mode = Choice(method, json, "responseTransferMode", "BUFFERED", "STREAM");

        if (mode is "STREAM" && !type.EndsWith("_PROXY", StringComparison.Ordinal))
        {
            method.Find(LintIntegrationRules.Streaming, Place);
        }

        if (!type.EndsWith("_PROXY", StringComparison.Ordinal) && json.Member("responses") is null or { Count: 0 })
        {
            method.Find(LintIntegrationRules.NoAnswers, Place);
        }

        foreach (var member in OfHttpApis.Where(json.ContainsKey))
        {
            method.Find(LintIntegrationRules.HttpApi, Place, member);
        }

        var templates = mapping.Texts(json["requestTemplates"], "requestTemplates");

        // A function gets path parameters by the names they have in API Gateway, and so does a template.
        if (method.Operation.IsRenamed && (type is "AWS" or "AWS_PROXY" || templates.Values.Any(template => template.Contains("params(", StringComparison.Ordinal))))
        {
            method.Find(LintPathRules.Siblings, "", method.Operation.SourcePath);
        }

        return new IntegrationSpec
        {
            Type = type,
            HttpMethod = Text(method, json, "httpMethod"),
            Uri = uri,
            ConnectionType = Connection(method, json),
            ConnectionId = Text(method, json, "connectionId"),
            IntegrationTarget = Target(method, json, type),
            Credentials = Credentials(method, json),
            PassthroughBehavior = Choice(method, json, "passthroughBehavior", "WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER") ?? "",
            ContentHandling = Choice(method, json, "contentHandling", "CONVERT_TO_BINARY", "CONVERT_TO_TEXT"),
            TimeoutInMillis = Timeout(method, json),
            CacheNamespace = Text(method, json, "cacheNamespace"),
            CacheKeyParameters = CacheKeys(method, json, mapping),
            RequestParameters = new SortedMap<string>(parameters),
            RequestTemplates = new SortedMap<string>(templates),
            InsecureSkipVerification = json.Member("tlsConfig").Flag("insecureSkipVerification"),
            ResponseTransferMode = mode ?? "",
            Responses = new ProjectionAnswers(method, mapping, Place).Read(json["responses"]),
        };
    }

    private static string? Text(ProjectionMethod method, JsonObject json, string name)
    {
        if (json[name] is not { } node)
        {
            return null;
        }

        if (node.AsText is not { } text)
        {
            method.Find(LintIntegrationRules.Value, $"{Place}/{name}", name);
            return null;
        }

        if (text.Contains("${AWS::", StringComparison.Ordinal))
        {
            method.Find(LintIntegrationRules.AwsVariables, $"{Place}/{name}");
        }

        return text;
    }

    private static string? Choice(ProjectionMethod method, JsonObject json, string name, params ReadOnlySpan<string> known)
    {
        var value = Text(method, json, name)?.ToUpperInvariant();

        if (value is not null && !known.Contains(value))
        {
            method.Find(LintIntegrationRules.Value, $"{Place}/{name}", $"{name} {value.ToLowerInvariant()}");
        }

        return value;
    }

    private static string Connection(ProjectionMethod method, JsonObject json)
    {
        var type = Choice(method, json, "connectionType", "INTERNET", "VPC_LINK");

        if (type is "VPC_LINK" && json.Text("connectionId") is null or "")
        {
            method.Find(LintIntegrationRules.Connection, Place);
        }

        return type ?? "";
    }

    private static string? Target(ProjectionMethod method, JsonObject json, string type)
    {
        var target = Text(method, json, IntegrationOptions.Target);

        if (target is not null && !(type is "HTTP" or "HTTP_PROXY" && IntegrationOptions.IsPrivate(json) && LoadBalancers.IsArn(target)))
        {
            method.Find(LintIntegrationRules.Target, $"{Place}/{IntegrationOptions.Target}", target);
        }

        return target;
    }

    private static string? Credentials(ProjectionMethod method, JsonObject json)
    {
        var credentials = Text(method, json, "credentials");

        if (credentials is { Length: > 0 } && !credentials.StartsWith("arn:", StringComparison.Ordinal))
        {
            method.Find(LintIntegrationRules.Credentials, Place + "/credentials");
        }

        return credentials;
    }

    private int Timeout(ProjectionMethod method, JsonObject json)
    {
        if (json["timeoutInMillis"] is not { } node)
        {
            return 0;
        }

        // YAML and JSON may both have it as text.
        var known = int.TryParse(node.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds);
        var raisable = endpointType is not "EDGE" && milliseconds is > 29_000 and <= 300_000;

        if (raisable)
        {
            method.Find(LintIntegrationRules.TimeoutLong, Place + "/timeoutInMillis", node.ToString());
        }
        else if (!known || milliseconds is < 50 or > 29_000)
        {
            method.Find(LintIntegrationRules.Timeout, Place + "/timeoutInMillis", node.ToString());
        }

        return milliseconds;
    }

    private static List<string> CacheKeys(ProjectionMethod method, JsonObject json, ProjectionMapping mapping)
    {
        List<string> keys = [.. json.Items("cacheKeyParameters").Select(key => key.AsText).OfType<string>().Select(mapping.Current)];

        foreach (var key in keys.Where(key => key.StartsWith("method.request.", StringComparison.Ordinal) ? !method.Parameters.ContainsKey(key) : !key.StartsWith("integration.request.", StringComparison.Ordinal)))
        {
            method.Find(LintIntegrationRules.CacheKey, Place + "/cacheKeyParameters", key);
        }

        return keys;
    }
}
