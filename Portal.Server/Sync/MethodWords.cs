using System.Text.RegularExpressions;
using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>Tells a method in words: what it calls, and who may call it.</summary>
internal static partial class MethodWords
{
    /// <summary>As in "a mock that answers 200, API key required".</summary>
    public static string Describe(MethodSpec method) => string.Join(", ", [
        Integration(method.Integration),
        .. method.ApiKeyRequired ? ["API key required"] : Array.Empty<string>(),
        .. method.AuthorizationType is "NONE" ? Array.Empty<string>() : [$"authorization {method.Authorizer ?? method.AuthorizationType}"]]);

    /// <summary>The same of a route of an HTTP API.</summary>
    public static string Describe(HttpRouteSpec route) => string.Join(", ", [
        Integration(route.Integration),
        .. route.AuthorizationType is "NONE" ? Array.Empty<string>() : [$"authorization {route.Authorizer ?? route.AuthorizationType}"]]);

    /// <summary>The same of a route of a WebSocket API.</summary>
    public static string Describe(MessageRouteSpec route) => string.Join(", ", [
        Integration(route.Integration),
        .. route.Answers ? ["which answers"] : Array.Empty<string>(),
        .. route.RequestModels is { } models ? [$"messages held against {string.Join(" or ", models.Values.Distinct())}"] : Array.Empty<string>(),
        .. route.ApiKeyRequired ? ["API key required"] : Array.Empty<string>(),
        .. route.AuthorizationType is "NONE" ? Array.Empty<string>() : [$"authorization {route.Authorizer ?? route.AuthorizationType}"]]);

    private static string Integration(MessageIntegrationSpec? integration) => integration switch
    {
        null => "without an integration",
        { Type: "MOCK" } => "a mock",
        { Type: "AWS_PROXY" or "AWS" } service => $"a call of {Target(service.Uri)}",
        var http => $"an HTTP call of {http.HttpMethod} {http.Uri}",
    };

    private static string Integration(HttpIntegrationSpec? integration) => integration switch
    {
        null => "without an integration",
        { Subtype: { } subtype } => $"a call of {subtype}",
        { Type: "AWS_PROXY" } lambda => $"a Lambda proxy to {Target(lambda.Uri)}, payload {lambda.PayloadFormatVersion}",
        { ConnectionType: "VPC_LINK" } link => $"an HTTP proxy to {link.HttpMethod} {link.Uri} by the VPC link {link.ConnectionId}",
        var proxy => $"an HTTP proxy to {proxy.HttpMethod} {proxy.Uri}",
    };

    private static string Integration(IntegrationSpec? integration) => integration switch
    {
        null => "without an integration",
        { Type: "MOCK" } mock => $"a mock that answers {Status(mock)}",
        { Type: "HTTP_PROXY" } proxy => $"an HTTP proxy to {Verb(proxy)}{proxy.Uri}",
        { Type: "HTTP" } http => $"an HTTP call of {Verb(http)}{http.Uri}",
        { Type: "AWS_PROXY" } lambda => $"a Lambda proxy to {Target(lambda.Uri)}",
        { Type: "AWS" } aws => $"a call of {Target(aws.Uri)}",
        var other => $"{other.Type} {other.Uri}",
    };

    private static string Verb(IntegrationSpec integration) => integration.HttpMethod is null ? "" : $"{integration.HttpMethod} ";

    // arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION/invocations
    private static string Target(string? address) => address switch
    {
        null => "nothing",
        var uri when Function().Match(uri) is { Success: true } match => match.Groups["function"].Value,
        var uri => uri,
    };

    private static string Status(IntegrationSpec mock) =>
        mock.RequestTemplates.Values.Select(template => StatusCode().Match(template)).FirstOrDefault(match => match.Success) is { } match
            ? match.Groups["status"].Value
            : mock.Responses.Keys.FirstOrDefault() ?? "nothing";

    [GeneratedRegex("""/functions/(?<function>.+)/invocations$""")]
    private static partial Regex Function();

    [GeneratedRegex(""""statusCode"\s*:\s*"?(?<status>[0-9]{3})"""")]
    private static partial Regex StatusCode();
}
