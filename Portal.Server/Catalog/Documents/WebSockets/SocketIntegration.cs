using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Server.Catalog.Documents.HttpApis;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog.Documents.WebSockets;

/// <summary>What a route of a WebSocket API calls: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integrations.html</summary>
internal sealed partial class SocketIntegration(ProjectionSource source)
{
    private const string Place = "/" + IntegrationJson.Member;

    /// <summary>Null where there is none that API Gateway would take; the lint says why.</summary>
    public MessageIntegrationSpec? Read(HttpOperation operation)
    {
        if (References.Follow(source.Root, operation.Node[IntegrationJson.Member]) is not JsonObject json)
        {
            operation.Find(LintIntegrationRules.Missing, "");

            return null;
        }

        var type = json.Text("type")?.ToUpperInvariant() ?? "";

        if (type is not ("MOCK" or "HTTP" or "HTTP_PROXY" or "AWS" or "AWS_PROXY"))
        {
            operation.Find(LintIntegrationRules.Type, Place, type is "" ? "none" : type.ToLowerInvariant());

            return null;
        }

        var link = json.Text("connectionType")?.ToUpperInvariant() is "VPC_LINK";

        if (link && json.Text("connectionId") is null or "")
        {
            operation.Find(LintIntegrationRules.Connection, Place);
        }

        return new MessageIntegrationSpec
        {
            Type = type,
            HttpMethod = Method(operation, json, type),
            Uri = Uri(operation, json, type),
            ConnectionType = link ? "VPC_LINK" : "INTERNET",
            ConnectionId = json.Text("connectionId"),
            Credentials = json.Text("credentials"),
            PassthroughBehavior = Choice(operation, json, "passthroughBehavior", "WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER") ?? "",
            ContentHandling = Choice(operation, json, "contentHandling", "CONVERT_TO_BINARY", "CONVERT_TO_TEXT"),
            TimeoutInMillis = Timeout(operation, json),
            RequestParameters = HttpMapping.Texts(json["requestParameters"]),
            RequestTemplates = HttpMapping.Texts(json["requestTemplates"]),
            TemplateSelectionExpression = json.Text("templateSelectionExpression"),
            Responses = new(from answer in json.Member("responses").Members
                            where answer.Value is JsonObject
                            select KeyValuePair.Create(answer.Key is "default" ? "$default" : answer.Key, new MessageAnswerSpec
                            {
                                Parameters = HttpMapping.Texts(answer.Value.Member("responseParameters")),
                                Templates = HttpMapping.Texts(answer.Value.Member("responseTemplates")),
                                TemplateSelectionExpression = answer.Value.Text("templateSelectionExpression"),
                                ContentHandling = Choice(operation, (JsonObject)answer.Value, "contentHandling", "CONVERT_TO_BINARY", "CONVERT_TO_TEXT"),
                            })),
        };
    }

    private static string? Method(HttpOperation operation, JsonObject json, string type)
    {
        var verb = json.Text("httpMethod");

        if (type is not ("MOCK" or "AWS_PROXY") && verb is null or "")
        {
            operation.Find(LintIntegrationRules.Method, Place);
        }

        return type is "MOCK" ? null : verb;
    }

    private static string? Uri(HttpOperation operation, JsonObject json, string type)
    {
        if (type is "MOCK")
        {
            return null;
        }

        var uri = json.Text("uri") ?? "";
        var known = type is "HTTP" or "HTTP_PROXY" ? Url().IsMatch(uri) : uri.StartsWith("arn:", StringComparison.Ordinal);

        if (!known)
        {
            operation.Find(type is "HTTP" or "HTTP_PROXY" ? LintIntegrationRules.HttpUri : LintIntegrationRules.AwsUri, Place + "/uri", uri is "" ? "none" : uri);
        }

        return uri;
    }

    private static string? Choice(HttpOperation operation, JsonObject json, string name, params ReadOnlySpan<string> known)
    {
        var value = json.Text(name)?.ToUpperInvariant();

        if (value is not null && !known.Contains(value))
        {
            operation.Find(LintSocketRules.Value, $"{Place}/{name}", $"{name} {value.ToLowerInvariant()}");
        }

        return value;
    }

    private static int Timeout(HttpOperation operation, JsonObject json)
    {
        if (json["timeoutInMillis"] is not { } node)
        {
            return 0;
        }

        if (!int.TryParse(node.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds) || milliseconds is < 50 or > WebSocketNormal.LongestTimeout)
        {
            operation.Find(LintSocketRules.Timeout, Place + "/timeoutInMillis", node.ToString());
        }

        return milliseconds;
    }

    [GeneratedRegex(@"\Ahttps?://(\$\{stageVariables\.\w+\}|[A-Za-z0-9\[{])\S*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Url();
}
