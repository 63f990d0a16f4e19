using Portal.Sandbox.ApiGateway.Tags;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.DomainNames;

/// <summary>Which VPC endpoints reach a private name. Texts of refusals are not recorded from the service.</summary>
internal static class AccessAssociationOperations
{
    private const string Template = "/domainnameaccessassociations";
    private const string SourceType = "VPCE";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateDomainNameAccessAssociation", "POST", Template, Create),
        new(Gateway.Service, "GetDomainNameAccessAssociations", "GET", Template, List),
        new(Gateway.Service, "DeleteDomainNameAccessAssociation", "DELETE", $"{Template}/{{domain_name_access_association_arn}}", call => Remove(call, call["domain_name_access_association_arn"])),
        new(Gateway.Service, "RejectDomainNameAccessAssociation", "POST", "/rejectdomainnameaccessassociations", Reject),
    ];

    /// <summary>Where it is kept: an ARN's slashes and colons are no name of a file.</summary>
    public static string Key(string arn) => arn.Split("/domainname/")[^1].Replace('/', '.').Replace('*', '_').Replace(':', '_');

    private static Answer Create(Call call)
    {
        var arn = call.Body.Text("domainNameArn") ?? "";
        var domain = call.Region.DomainsV2.All.Values.FirstOrDefault(whole => whole.DomainNameId is not null && whole.Domain.DomainNameArn == arn)
            ?? throw AwsError.NotFound("Invalid domain name identifier specified");
        if (call.Body.Text("accessAssociationSourceType") is not SourceType)
        {
            throw AwsError.Validation([AwsError.NotInEnum(call.Body.Text("accessAssociationSourceType"), $"{call.Input}.accessAssociationSourceType", SourceType)]);
        }

        if (call.Body.Text("accessAssociationSource") is not { } source || !source.StartsWith("vpce-", StringComparison.Ordinal) || !source.All(c => char.IsAsciiLetterOrDigit(c) || c is '-'))
        {
            throw AwsError.BadRequest("Invalid access association source specified: it must be the id of a VPC endpoint");
        }

        AccessAssociation association = new()
        {
            DomainNameAccessAssociationArn = $"arn:aws:apigateway:{call.Region.Name}:{call.Region.Account}:{Template}/domainname/{domain.Domain.Name}/vpcesource/{source}",
            DomainNameArn = arn,
            AccessAssociationSourceType = SourceType,
            AccessAssociationSource = source,
            Tags = TagRules.Checked(call.Body.Texts("tags")),
        };
        var key = Key(association.DomainNameAccessAssociationArn);
        if (call.Region.AccessAssociations.Find(key) is not null)
        {
            throw AwsError.Conflict("The access association already exists.");
        }

        call.Region.AccessAssociations.Put(key, association);
        return Answer.Created(association, WireJson.Default.AccessAssociation);
    }

    private static Answer List(Call call) => Answer.Ok(
        Page<AccessAssociation>.Of(
            call,
            call.Query["resourceOwner"] == "OTHER_ACCOUNTS" ? Map<AccessAssociation>.Empty : call.Region.AccessAssociations.All,
            association => Key(association.DomainNameAccessAssociationArn),
            association => association),
        WireJson.Default.PageAccessAssociation);

    /// <summary>The owner of the name ends what another account asked for; here both are one.</summary>
    private static Answer Reject(Call call)
    {
        var arn = call.Query["domainNameAccessAssociationArn"].ToString();
        return Find(call, arn).DomainNameArn == call.Query["domainNameArn"] ? Remove(call, arn) : throw AwsError.NotFound("Invalid domain name identifier specified");
    }

    private static Answer Remove(Call call, string arn)
    {
        call.Region.AccessAssociations.Remove(Key(Find(call, arn).DomainNameAccessAssociationArn));
        return Answer.Accepted;
    }

    private static AccessAssociation Find(Call call, string arn) =>
        call.Region.AccessAssociations.Find(Key(arn)) is { } found && found.DomainNameAccessAssociationArn == arn ? found : throw AwsError.NotFound("Invalid access association identifier specified");
}

/// <summary>As GetDomainNameAccessAssociations shows it.</summary>
internal sealed record AccessAssociation
{
    public required string DomainNameAccessAssociationArn { get; init; }

    public required string DomainNameArn { get; init; }

    public required string AccessAssociationSourceType { get; init; }

    public required string AccessAssociationSource { get; init; }

    public Map<string>? Tags { get; init; }
}
