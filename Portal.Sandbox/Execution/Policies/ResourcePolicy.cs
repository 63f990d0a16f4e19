using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Portal.Sandbox.Execution.Policies;

/// <summary>An API's own policy: who may call it from where. It speaks before any authorizer, and together with it afterwards.</summary>
internal static class ResourcePolicy
{
    private static readonly ConditionalWeakTable<string, string> Texts = [];

    /// <summary>What the policy says; null if the API has none.</summary>
    public static PolicyDecision? Decide(Exchange exchange) => exchange.Snapshot.Api.Policy is { } policy
        ? PolicyDocument.Parse(Unescaped(policy)).Decide(RequestOf(exchange))
        : null;

    /// <summary>Whether the policy alone refuses: it denies, or it does not allow and nobody else is asked who would vouch for the caller.</summary>
    public static GatewayFault? Refusal(Exchange exchange, PolicyDecision? decision)
    {
        var refused = decision is PolicyDecision.Denied || (decision is PolicyDecision.Neither && exchange.Method!.AuthorizationType is ("NONE" or "COGNITO_USER_POOLS"));
        return refused ? Denied(exchange.Context("identity.userArn"), PolicyRequest.Invoke, MethodArn(exchange), decision is PolicyDecision.Denied) : null;
    }

    /// <summary>The ARN of the method that is called, as policies and functions see it.</summary>
    public static string MethodArn(Exchange exchange) =>
        $"arn:aws:execute-api:{exchange.Region.Name}:{exchange.Region.Account}:{exchange.Address.ApiId}/{exchange.Stage.StageName}/{exchange.Http.Request.Method}{exchange.Address.Path}";

    public static PolicyRequest RequestOf(Exchange exchange) => new(MethodArn(exchange), exchange.Context("identity.userArn"), key => Key(exchange, key));

    /// <summary>In the service's words, which do not tell the whole account.</summary>
    public static GatewayFault Denied(string? caller, string action, string arn, bool isExplicit)
    {
        var account = arn.Split(':')[4];
        var masked = arn.Replace($":{account}:", $":********{account[^4..]}:", StringComparison.Ordinal);
        return GatewayFault.Denied($"User: {caller ?? "anonymous"} is not authorized to perform: {action} on resource: {masked}{(isExplicit ? " with an explicit deny" : "")}");
    }

    private static string? Key(Exchange exchange, string key) => key switch
    {
        "aws:sourceip" or "aws:vpcsourceip" => exchange.Context("identity.sourceIp"),
        "aws:useragent" => exchange.Context("identity.userAgent"),
        "aws:referer" => exchange.Parameter("header", "Referer"),
        "aws:currenttime" => exchange.Time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        "aws:epochtime" => exchange.Time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        "aws:securetransport" => exchange.Http.Request.IsHttps ? "true" : "false",
        "aws:principalarn" => exchange.Context("identity.userArn"),
        "aws:principalaccount" => exchange.Context("identity.accountId"),
        // There are no VPC endpoints here: a caller says by this header that it comes through one.
        "aws:sourcevpce" => exchange.Parameter("header", "x-amzn-vpce-id"),
        "aws:sourcevpc" => exchange.Parameter("header", "x-amzn-vpc-id"),
        _ => null,
    };

    // It is kept as the service shows it, escaped once more.
    private static string Unescaped(string policy) => Texts.GetValue(policy, static text => JsonSerializer.Deserialize<string>($"\"{text}\"")!);
}
