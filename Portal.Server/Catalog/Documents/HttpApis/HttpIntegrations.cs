using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog.Documents.HttpApis;

/// <summary>
/// What a route calls, as the document's extension says it, or the document's default:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations.html
/// </summary>
internal sealed partial class HttpIntegrations(ProjectionSource source)
{
    private const string Place = "/" + IntegrationJson.Member;

    private static readonly string[] Needless = ["passthroughBehavior", "requestTemplates", "responses", "contentHandling", "cacheNamespace", "cacheKeyParameters"];

    private static readonly string[] Lost = ["responseTransferMode", "integrationTarget"];

    /// <summary>Null where there is none that API Gateway would take; the lint says why.</summary>
    public HttpIntegrationSpec? Read(HttpOperation operation)
    {
        if ((References.Follow(source.Root, operation.Node[IntegrationJson.Member]) ?? Default(operation)) is not JsonObject json)
        {
            if (!operation.Lint.Refuses(operation.Name))
            {
                operation.Find(LintIntegrationRules.Missing, "");
            }

            return null;
        }

        var type = json.Text("type")?.ToUpperInvariant() ?? "";

        if (type is not ("HTTP_PROXY" or "AWS_PROXY"))
        {
            operation.Find(type is "MOCK" ? LintHttpRules.Mock : LintHttpRules.Type, Place, type is "" ? "none" : type.ToLowerInvariant());

            return null;
        }

        Say(operation, json);
        var subtype = json.Text("integrationSubtype");
        var link = json.Text("connectionType")?.ToUpperInvariant() is "VPC_LINK";

        if (link && json.Text("connectionId") is null or "")
        {
            operation.Find(LintIntegrationRules.Connection, Place);
        }

        var mapping = new HttpMapping(operation, Place);

        return new HttpIntegrationSpec
        {
            Type = type,
            Subtype = subtype,
            HttpMethod = Method(operation, json, type),
            Uri = Uri(operation, json, type, link),
            ConnectionType = link ? "VPC_LINK" : "INTERNET",
            ConnectionId = json.Text("connectionId"),
            Credentials = Credentials(operation, json),
            Description = json.Text("description"),
            PayloadFormatVersion = Payload(operation, json, type, subtype),
            TimeoutInMillis = Timeout(operation, json),
            RequestParameters = subtype is null ? mapping.Requests(json["requestParameters"]) : HttpMapping.Texts(json["requestParameters"]),
            ResponseParameters = mapping.Responses(json["responseParameters"]),
            TlsServerName = json.Member("tlsConfig").Text("serverNameToVerify"),
        };
    }

    /// <summary>A path without a name has no place below a base URL: whatever no other route takes goes to the URL itself.</summary>
    private JsonObject? Default(HttpOperation operation) => DefaultIntegration.Of(source.Root) switch
    {
        null when source.Root[DefaultIntegration.Member] is not null => Refused(operation, LintIntegrationRules.Default),
        null => null,
        DefaultIntegration.Mock => Refused(operation, LintHttpRules.Mock),
        DefaultIntegration.LambdaProxy lambda when !Function().IsMatch(lambda.FunctionArn) => Refused(operation, LintIntegrationRules.Default),
        DefaultIntegration.HttpProxy proxy when operation.IsDefault => IntegrationJson.Write(new RouteIntegration.HttpProxy("ANY", proxy.BaseUrl), [], []),
        var known => IntegrationJson.Write(known.For(operation.Route), [], []),
    };

    private static JsonObject? Refused(HttpOperation operation, LintRule rule)
    {
        operation.Find(rule, "");

        return null;
    }

    /// <summary>What a proxy does without is only said; what changes calls is a warning.</summary>
    private static void Say(HttpOperation operation, JsonObject json)
    {
        foreach (var member in Needless.Where(json.ContainsKey))
        {
            operation.Find(LintHttpRules.Dropped, $"{Place}/{member}", member);
        }

        foreach (var member in Lost.Where(json.ContainsKey).Where(member => json.Text(member) is not "BUFFERED"))
        {
            operation.Find(LintHttpRules.Lost, $"{Place}/{member}", member);
        }

        if (json.Member("tlsConfig").Flag("insecureSkipVerification"))
        {
            operation.Find(LintHttpRules.Lost, $"{Place}/tlsConfig", "tlsConfig.insecureSkipVerification");
        }
    }

    private static string? Method(HttpOperation operation, JsonObject json, string type)
    {
        var verb = json.Text("httpMethod");

        if (type is "HTTP_PROXY" && verb is null or "")
        {
            operation.Find(LintIntegrationRules.Method, Place);
        }

        return verb;
    }

    private static string? Uri(HttpOperation operation, JsonObject json, string type, bool link)
    {
        var uri = json.Text("uri");

        if (json.Text("integrationSubtype") is { } subtype)
        {
            if (type is not "AWS_PROXY" || uri is not null || json.Text("credentials") is null)
            {
                operation.Find(LintHttpRules.Subtype, Place, subtype);
            }

            return null;
        }

        var known = type is "AWS_PROXY"
            ? Function().IsMatch(uri ?? "") || Invocation().IsMatch(uri ?? "")
            : Url().IsMatch(uri ?? "") || (link && uri is ['a', 'r', 'n', ':', ..]);

        if (!known)
        {
            operation.Find(LintHttpRules.Uri, Place + "/uri", uri ?? "none");
        }

        foreach (var name in type is "HTTP_PROXY" ? Variable().Matches(uri ?? "").Select(match => match.Groups["name"].Value).Where(name => !operation.Variables.Contains(name)) : [])
        {
            operation.Find(LintIntegrationRules.UriVariable, Place + "/uri", name);
        }

        return uri;
    }

    private static string? Credentials(HttpOperation operation, JsonObject json)
    {
        var credentials = json.Text("credentials");

        if (credentials is { Length: > 0 } && !credentials.StartsWith("arn:", StringComparison.Ordinal))
        {
            operation.Find(LintIntegrationRules.Credentials, Place + "/credentials");
        }

        return credentials;
    }

    private static string Payload(HttpOperation operation, JsonObject json, string type, string? subtype)
    {
        var payload = HttpSchemes.Payload(json["payloadFormatVersion"]);
        var function = type is "AWS_PROXY" && subtype is null;

        if (payload is null && function)
        {
            operation.Find(LintHttpRules.Payload, Place);
        }
        else if (payload is not (null or "1.0") && !(function && payload is "2.0"))
        {
            operation.Find(LintHttpRules.PayloadValue, Place + "/payloadFormatVersion", payload);
        }

        return payload ?? "1.0";
    }

    private static int Timeout(HttpOperation operation, JsonObject json)
    {
        if (json["timeoutInMillis"] is not { } node)
        {
            return 0;
        }

        // YAML and JSON may both have it as text.
        if (!int.TryParse(node.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds) || milliseconds is < 50 or > HttpApiNormal.LongestTimeout)
        {
            operation.Find(LintHttpRules.Timeout, Place + "/timeoutInMillis", node.ToString());
        }

        return milliseconds;
    }

    [GeneratedRegex(@"\A(https?://(\$\{stageVariables\.\w+\}|[A-Za-z0-9\[{])\S*|\$\{stageVariables\.\w+\}\S*)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    /// <summary>A stage variable has a dollar before its brace; a greedy one has no plus in an address.</summary>
    [GeneratedRegex(@"(?<!\$)\{(?<name>[^{}+]+)\+?\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:\S+\z")]
    private static partial Regex Function();

    [GeneratedRegex(@"\Aarn:(aws[a-z-]*|\$\{AWS::Partition\}):apigateway:[^:]+:lambda:path/.*/functions/.+/invocations\z")]
    private static partial Regex Invocation();
}
