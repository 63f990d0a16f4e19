using Portal.Sandbox.ApiGateway.Tags;
using Portal.Sandbox.ApiGatewayV2.DomainNames;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.DomainNames;

/// <summary>Names of one's own, by version 1.</summary>
internal static class DomainNameOperations
{
    private const string Template = "/domainnames";
    private const string One = $"{Template}/{{domain_name}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateDomainName", "POST", Template, Create),
        new(Gateway.Service, "GetDomainNames", "GET", Template, List),
        new(Gateway.Service, "GetDomainName", "GET", One, call => Answer.Ok(DomainName.Of(Find(call)), WireJson.Default.DomainName)),
        new(Gateway.Service, "UpdateDomainName", "PATCH", One, Update),
        new(Gateway.Service, "DeleteDomainName", "DELETE", One, Delete),
    ];

    /// <summary>A private name is told from a public one by its id.</summary>
    public static WholeDomain Find(Call call) => call.Region.DomainsV2.Find(WholeDomain.Key(call["domain_name"], call.Query["domainNameId"].ToString() is { Length: > 0 } id ? id : null))
        ?? throw AwsError.NotFound("Invalid domain name identifier specified");

    public static void Keep(Call call, WholeDomain whole) => call.Region.DomainsV2.Put(whole.Id, whole);

    private static Answer Create(Call call)
    {
        var body = call.Body;
        var name = DomainNameRules.Name(body.Text("domainName"));
        if (body.Has("certificateBody") || body.Has("certificatePrivateKey") || body.Has("certificateChain"))
        {
            throw AwsError.BadRequest("Certificates cannot be uploaded: give the ARN of a certificate");
        }

        var endpoint = body.Object("endpointConfiguration");
        var types = endpoint?.List("types") ?? ["EDGE"];
        var type = DomainNameRules.Type(types is [var only] ? only : throw AwsError.BadRequest("A domain name is created with one endpoint type"));
        var isPrivate = type is "PRIVATE";
        var id = isPrivate ? Ids.Long() : null;
        Limits.Check(call.Region.DomainsV2.All.Values.Count(one => one.DomainNameId is null != isPrivate) + 1, isPrivate ? Limits.PrivateDomainNames : Limits.DomainNames, "domain names", "this account");
        if (!isPrivate && call.Region.DomainsV2.Find(WholeDomain.Key(name)) is not null)
        {
            throw AwsError.Conflict("The domain name you provided already exists.");
        }

        var address = endpoint?.Text("ipAddressType") is { } given ? DomainNameRules.AddressType(given) : isPrivate ? "dualstack" : "ipv4";
        var whole = DomainNameRules.Checked(new()
        {
            DomainNameId = id,
            Created = call.Now,
            Policy = DomainNameRules.Policy(isPrivate, body.Text("policy")),
            EndpointAccessMode = body.Text("endpointAccessMode") is { } mode ? DomainNameRules.AccessMode(mode) : null,
            Domain = new()
            {
                Name = name,
                DomainNameArn = isPrivate ? $"arn:aws:apigateway:{call.Region.Name}:{call.Region.Account}:/domainnames/{name}+{id}" : $"arn:aws:apigateway:{call.Region.Name}::/domainnames/{name}",
                DomainNameConfigurations = [Configuration(call, type, address) with { OwnershipVerificationCertificateArn = body.Text("ownershipVerificationCertificateArn") }],
                MutualTlsAuthentication = body.Object("mutualTlsAuthentication") is { } tls ? new(tls.Text("truststoreUri"), tls.Text("truststoreVersion")) : null,
                RoutingMode = RoutingModes.OfVersion2(body.Text("routingMode") ?? "BASE_PATH_MAPPING_ONLY"),
                Tags = TagRules.Checked(body.Texts("tags")) ?? Map<string>.Empty,
            },
        });
        Keep(call, whole);
        return Answer.Created(DomainName.Of(whole), WireJson.Default.DomainName);
    }

    private static DomainNameConfiguration Configuration(Call call, string type, string address)
    {
        var (arn, name) = type is "REGIONAL" ? ("regionalCertificateArn", "regionalCertificateName") : ("certificateArn", "certificateName");
        return DomainNamePatch.Endpoint(call.Region.Name, type) with
        {
            CertificateArn = call.Body.Text(arn),
            CertificateName = call.Body.Text(name),
            IpAddressType = address,
            SecurityPolicy = call.Body.Text("securityPolicy") is { } policy ? DomainNameRules.SecurityPolicy(policy) : "TLS_1_2",
        };
    }

    /// <summary>Names that other accounts share are none here.</summary>
    private static Answer List(Call call)
    {
        var all = call.Query["resourceOwner"].ToString() switch
        {
            "" or "SELF" => call.Region.DomainsV2.All,
            "OTHER_ACCOUNTS" => Map<WholeDomain>.Empty,
            var owner => throw AwsError.Validation([AwsError.NotInEnum(owner, "resourceOwner", "SELF, OTHER_ACCOUNTS")]),
        };
        return Answer.Ok(Page<DomainName>.Of(call, all, whole => whole.Id, DomainName.Of), WireJson.Default.PageDomainName);
    }

    private static Answer Update(Call call)
    {
        var whole = RoutingRuleRules.Checked(call.Region, DomainNameRules.Checked(DomainNamePatch.Apply(call.Region.Name, Find(call), PatchOperation.Of(call))));
        Keep(call, whole);
        return Answer.Ok(DomainName.Of(whole), WireJson.Default.DomainName);
    }

    private static Answer Delete(Call call)
    {
        call.Region.DomainsV2.Remove(Find(call).Id);
        return Answer.Accepted;
    }
}
