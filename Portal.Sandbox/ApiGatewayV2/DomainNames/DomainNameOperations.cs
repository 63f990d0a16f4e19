using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.DomainNames;

/// <summary>Names of one's own. But for mutual TLS, texts of refusals are not recorded from the service.</summary>
internal static partial class DomainNameOperations
{
    private const string Template = "/v2/domainnames";
    private const string One = $"{Template}/{{domainName}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateDomainName", "POST", Template, Create),
        new(Gateway.Service, "GetDomainNames", "GET", Template, List),
        new(Gateway.Service, "GetDomainName", "GET", One, call => Answer.Ok(Find(call).Domain, JsonV2.Default.DomainName)),
        new(Gateway.Service, "UpdateDomainName", "PATCH", One, Update),
        new(Gateway.Service, "DeleteDomainName", "DELETE", One, Delete),
    ];

    public static WholeDomain Find(Call call) => call.Region.DomainsV2.Find(WholeDomain.Key(call["domainName"])) ?? throw AwsError.NotFound("Invalid domain name identifier specified");

    public static void Keep(Call call, WholeDomain whole) => call.Region.DomainsV2.Put(WholeDomain.Key(whole.Domain.Name), whole);

    private static Answer Create(Call call)
    {
        var name = call.Body.Text("domainName") ?? "";
        if (name.Length > 253 || !HostName().IsMatch(name))
        {
            throw AwsError.BadRequest($"Invalid domain name specified: {name}");
        }

        if (call.Region.DomainsV2.Find(WholeDomain.Key(name)) is not null)
        {
            throw AwsError.Conflict("The domain name you provided already exists.");
        }

        WholeDomain whole = new()
        {
            Created = call.Now,
            Domain = With(call, new()
            {
                Name = name,
                DomainNameArn = $"arn:aws:apigateway:{call.Region.Name}::/domainnames/{name}",
                DomainNameConfigurations = [],
                Tags = call.Body.Texts("tags") ?? Map<string>.Empty,
            }),
        };
        Keep(call, whole);
        return Answer.Created(whole.Domain, JsonV2.Default.DomainName);
    }

    private static Answer List(Call call) => Answer.Ok(PageV2<DomainName>.Of(call, Map<WholeDomain>.Of(call.Region.DomainsV2.All.Where(pair => pair.Value.DomainNameId is null)), whole => whole.Domain.Name, whole => whole.Domain), JsonV2.Default.PageV2DomainName);

    private static Answer Update(Call call)
    {
        var whole = Find(call);
        whole = RoutingRuleRules.Checked(call.Region, whole with { Domain = With(call, whole.Domain) });
        Keep(call, whole);
        return Answer.Ok(whole.Domain, JsonV2.Default.DomainName);
    }

    private static Answer Delete(Call call)
    {
        call.Region.DomainsV2.Remove(WholeDomain.Key(Find(call).Domain.Name));
        return Answer.NoContent;
    }

    private static DomainName With(Call call, DomainName domain)
    {
        var changed = domain with
        {
            DomainNameConfigurations = call.Body.Objects("domainNameConfigurations") is { Count: > 0 } given
                ? [.. given.Select(body => Configuration(call, body, domain.DomainNameConfigurations is [var before, ..] ? before : null))]
                : domain.DomainNameConfigurations,
            MutualTlsAuthentication = call.Body.Object("mutualTlsAuthentication") is { } tls ? Tls(tls) : domain.MutualTlsAuthentication,
            RoutingMode = Choice.Of(call.Body, "routingMode", "routing mode", "API_MAPPING_ONLY", "ROUTING_RULE_ONLY", "ROUTING_RULE_THEN_API_MAPPING") ?? domain.RoutingMode,
        };
        return changed switch
        {
            { DomainNameConfigurations: not [_] } => throw AwsError.BadRequest("A domain name needs one configuration"),
            { MutualTlsAuthentication: not null, DomainNameConfigurations: [{ SecurityPolicy: not "TLS_1_2" }] } => throw AwsError.BadRequest("Mutual TLS authentication is only supported with TLS 1.2."),
            { Tags.Count: > Tags.TagOperations.Most } => throw AwsError.BadRequest(Tags.TagOperations.TooMany),
            _ => changed,
        };
    }

    /// <summary>An empty trust store takes mutual TLS away.</summary>
    private static MutualTls? Tls(RequestBody body) => body.Text("truststoreUri") is "" ? null : new(body.Text("truststoreUri"), body.Text("truststoreVersion"));

    private static DomainNameConfiguration Configuration(Call call, RequestBody body, DomainNameConfiguration? before)
    {
        var type = Choice.Of(body, "endpointType", "endpoint type", "REGIONAL") ?? "REGIONAL";
        var certificate = body.Text("certificateArn") ?? before?.CertificateArn;
        return certificate?.StartsWith("arn:", StringComparison.Ordinal) is not true
            ? throw AwsError.BadRequest("Invalid certificate ARN: a domain name needs the ARN of a certificate")
            : new()
            {
                ApiGatewayDomainName = before?.ApiGatewayDomainName ?? $"d-{Ids.Long()}.execute-api.{call.Region.Name}.amazonaws.com",
                CertificateArn = certificate,
                CertificateName = body.Text("certificateName") ?? before?.CertificateName,
                EndpointType = type,
                IpAddressType = Choice.Of(body, "ipAddressType", "IP address type", "ipv4", "dualstack") ?? before?.IpAddressType ?? "ipv4",
                SecurityPolicy = Choice.Of(body, "securityPolicy", "security policy", "TLS_1_2") ?? before?.SecurityPolicy ?? "TLS_1_2",
                OwnershipVerificationCertificateArn = body.Text("ownershipVerificationCertificateArn") ?? before?.OwnershipVerificationCertificateArn,
            };
    }

    [GeneratedRegex(@"\A(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}\z")]
    private static partial Regex HostName();
}
