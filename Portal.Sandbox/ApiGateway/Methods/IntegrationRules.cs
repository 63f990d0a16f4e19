using System.Text.RegularExpressions;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Methods;

/// <summary>Checks of integrations and their responses, with the service's texts where they are recorded; the others are worded after them.</summary>
internal static partial class IntegrationRules
{
    public const int LongestTimeout = 29_000;
    private const int ShortestTimeout = 50;

    public static string Passthrough(string? behavior) => behavior?.ToUpperInvariant() switch
    {
        null or "" or "WHEN_NO_MATCH" => "WHEN_NO_MATCH",
        "WHEN_NO_TEMPLATES" => "WHEN_NO_TEMPLATES",
        "NEVER" => "NEVER",
        _ => throw AwsError.BadRequest("Invalid passthrough behavior specified. Valid options are WHEN_NO_MATCH,WHEN_NO_TEMPLATES,NEVER"),
    };

    public static string? TransferMode(string? mode) => mode is null or "BUFFERED" or "STREAM"
        ? Words.PooledOrNull(mode)
        : throw AwsError.BadRequest("Invalid response transfer mode specified. Valid options are BUFFERED,STREAM");

    public static void Check(Method method, Integration integration)
    {
        if (integration.Type is not "MOCK")
        {
            CheckTarget(integration);
        }

        if (integration.TimeoutInMillis is < ShortestTimeout or > LongestTimeout)
        {
            throw AwsError.BadRequest("Timeout should be between 50 ms and 29000 ms");
        }

        if (integration is { ConnectionType: "VPC_LINK", ConnectionId: null or "" })
        {
            throw AwsError.BadRequest("ConnectionId should be set to the vpcLinkId or stage variable on connection type VPC_LINK");
        }

        if (integration.Credentials is { Length: > 0 } credentials && !credentials.StartsWith("arn:", StringComparison.Ordinal) && !HoldsVariable(credentials))
        {
            throw AwsError.BadRequest("Invalid ARN specified in the request");
        }

        CheckTemplates(integration.RequestTemplates);
        foreach (var (name, source) in integration.RequestParameters ?? Map<string>.Empty)
        {
            MappingRules.CheckRequest(method, name, source);
        }

        if (integration.CacheKeyParameters.Any(key => !MappingRules.Declares(method, key) && integration.RequestParameters?.ContainsKey(key) is not true))
        {
            throw AwsError.BadRequest("Invalid cache key parameter specified");
        }
    }

    public static void CheckResponse(Method method, IntegrationResponse response)
    {
        CheckTemplates(response.ResponseTemplates);
        if (response.SelectionPattern is { Length: > 0 } pattern && !IsRegex(pattern))
        {
            throw AwsError.BadRequest("Invalid regex pattern specified");
        }

        foreach (var (name, source) in response.ResponseParameters ?? Map<string>.Empty)
        {
            MappingRules.CheckResponse(method, response.StatusCode, name, source);
        }
    }

    private static void CheckTarget(Integration integration)
    {
        if (string.IsNullOrEmpty(integration.HttpMethod))
        {
            throw AwsError.BadRequest("Enumeration value for HttpMethod must be non-empty");
        }

        MethodRules.Verb(integration.HttpMethod);
        var uri = integration.Uri ?? "";
        if (integration.Type is "HTTP" or "HTTP_PROXY")
        {
            if (!IsHttp(uri))
            {
                throw AwsError.BadRequest("Invalid HTTP endpoint specified for URI");
            }

            return;
        }

        if (!uri.StartsWith("arn:", StringComparison.Ordinal) && !HoldsVariable(uri))
        {
            throw AwsError.BadRequest("Invalid ARN specified in the request");
        }

        if (!uri.Contains(":path/", StringComparison.Ordinal) && !uri.Contains(":action/", StringComparison.Ordinal) && !HoldsVariable(uri))
        {
            throw AwsError.BadRequest("AWS ARN for integration must contain path or action");
        }

        if (integration.Type is "AWS_PROXY" && !uri.Contains(":lambda:", StringComparison.Ordinal) && !uri.Contains(":firehose:", StringComparison.Ordinal) && !HoldsVariable(uri))
        {
            throw AwsError.BadRequest("Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.");
        }
    }

    // A stage variable may stand for the host, for a part of it, or for all of the URI.
    private static bool IsHttp(string uri)
    {
        var plain = StageVariable().Replace(uri, "variable");
        return uri.StartsWith("${stageVariables.", StringComparison.Ordinal)
            || (Uri.TryCreate(plain.Replace('{', '_').Replace('}', '_'), UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" && parsed.Host.Length > 0);
    }

    private static bool HoldsVariable(string text) => text.Contains("${stageVariables.", StringComparison.Ordinal);

    private static void CheckTemplates(Map<string>? templates)
    {
        foreach (var template in templates?.Values ?? [])
        {
            Limits.CheckSize(template, Limits.TemplateKilobytes, "Mapping template");
        }

        if (templates?.Keys.FirstOrDefault(type => !ContentType().IsMatch(type)) is { } wrong)
        {
            throw AwsError.BadRequest($"Validation Result: warnings : [], errors : [Invalid content type specified: {wrong}]");
        }
    }

    private static bool IsRegex(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\$\{stageVariables\.[^}]*\}")]
    private static partial Regex StageVariable();

    [GeneratedRegex(@"\A[^\s/;]+/[^\s/;]+(\s*;.*)?\z")]
    private static partial Regex ContentType();
}
