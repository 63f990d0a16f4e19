namespace Portal.Server.Aws;

/// <summary>What the portal writes, as IAM names it, in words. Deeds that ask the same actions are asked in one call: IAM answers each action on each resource.</summary>
internal static class WriteDeeds
{
    /// <summary>Stands for any id: nothing of the account is looked up.</summary>
    public const string Any = "a1b2c3d4e5";

    /// <summary>Stands for a web ACL: its ARN is not below API Gateway's.</summary>
    public const string WebAcl = "web ACL";

    /// <summary>Stands for a routing rule: its ARN, other than API Gateway's others, names the account.</summary>
    public const string RoutingRule = "routing rule";

    /// <summary>Stands for a private domain name: so does its ARN.</summary>
    public const string PrivateName = "private domain name";

    private static readonly string[] Post = ["apigateway:POST"];
    private static readonly string[] Change = ["apigateway:PUT", "apigateway:PATCH", "apigateway:DELETE"];

    public static IReadOnlyList<Deed> All { get; } =
    [
        new("Create and deploy REST APIs", Post, ["/restapis", $"/restapis/{Any}/deployments", $"/restapis/{Any}/stages", $"/restapis/{Any}/documentation/parts"]),
        new("Change and delete REST APIs", Change, [$"/restapis/{Any}", $"/restapis/{Any}/stages/{Any}", $"/restapis/{Any}/documentation/parts/{Any}", $"/restapis/{Any}/documentation/versions/{Any}"]),
        new("Write resource policies of REST APIs", ["apigateway:UpdateRestApiPolicy"], ["/restapis", $"/restapis/{Any}"]),
        new("Create and deploy HTTP and WebSocket APIs", Post, ["/apis", $"/apis/{Any}/routes", $"/apis/{Any}/integrations", $"/apis/{Any}/deployments", $"/apis/{Any}/stages"]),
        new("Change and delete HTTP and WebSocket APIs", Change, [$"/apis/{Any}", $"/apis/{Any}/routes/{Any}", $"/apis/{Any}/stages/{Any}"]),
        new("Create usage plans and API keys", Post, ["/usageplans", $"/usageplans/{Any}/keys", "/apikeys"]),
        new("Change and delete usage plans and API keys", ["apigateway:PATCH", "apigateway:DELETE"], [$"/usageplans/{Any}", $"/usageplans/{Any}/keys/{Any}", $"/apikeys/{Any}"]),
        new("Generate client certificates", Post, ["/clientcertificates"]),
        new("Change and delete client certificates", ["apigateway:PATCH", "apigateway:DELETE"], [$"/clientcertificates/{Any}"]),
        new("Make VPC links of both versions", Post, ["/vpclinks"]),
        new("Change and delete VPC links of both versions", ["apigateway:PATCH", "apigateway:DELETE"], [$"/vpclinks/{Any}"]),
        new("Make domain names and their mappings", Post, ["/domainnames", $"/domainnames/{Any}/apimappings"]),
        new("Change and delete domain names and their mappings", ["apigateway:PATCH", "apigateway:DELETE"], [$"/domainnames/{Any}", $"/domainnames/{Any}/apimappings/{Any}"]),
        new("Write routing rules of domain names", ["apigateway:CreateRoutingRule", "apigateway:UpdateRoutingRule", "apigateway:DeleteRoutingRule"], [RoutingRule]),
        new("Say who may call private domain names, and let VPC endpoints in", ["apigateway:UpdateDomainNamePolicy", "apigateway:CreateAccessAssociation"], [PrivateName]),
        new("Have clients of domain names show certificates", ["apigateway:AddCertificateToDomain", "apigateway:RemoveCertificateFromDomain"], ["/domainnames", $"/domainnames/{Any}"]),
        new("Change the account's log role", ["apigateway:PATCH"], ["/account"]),
        new("Mark things as the portal's by a tag", ["apigateway:PUT"], [$"/tags/{Any}"]),
        new("Take tags off", ["apigateway:DELETE"], [$"/tags/{Any}"]),
        new("Put web ACLs before stages", ["apigateway:SetWebACL", "wafv2:AssociateWebACL", "wafv2:DisassociateWebACL"], [$"/restapis/{Any}/stages/{Any}", WebAcl])
        {
            // API Gateway knows no web ACLs as resources of its own.
            Leaves = [("apigateway:SetWebACL", WebAcl)],
        },
    ];
}

/// <param name="What">In words.</param>
/// <param name="Actions">IAM's names of what is called.</param>
/// <param name="Paths">On what, below the ARN of API Gateway.</param>
internal sealed record Deed(string What, IReadOnlyList<string> Actions, IReadOnlyList<string> Paths)
{
    /// <summary>Pairs of the two that mean nothing.</summary>
    public IReadOnlyList<(string Action, string Path)> Leaves { get; init; } = [];

    public IEnumerable<(string Action, string Path)> Pairs =>
        (from action in Actions from path in Paths select (action, path)).Except(Leaves);
}
