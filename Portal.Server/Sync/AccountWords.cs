using System.Diagnostics;
using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>Tells what changes in what belongs to an account and Region rather than to one API.</summary>
internal static class AccountWords
{
    public static IReadOnlyList<string> Of(Spec? before, Spec? after) => (before, after) switch
    {
        (null, ClientCertificateSpec certificate) => [$"Generates a client certificate{(certificate.Description is null ? "" : $": {DifferenceLine.Quoted(certificate.Description)}")}. AWS makes its key and signs it for a year."],
        (ClientCertificateSpec was, ClientCertificateSpec now) => [$"Changes the description of a client certificate: {DifferenceLine.Quoted(was.Description)} -> {DifferenceLine.Quoted(now.Description)}."],
        (ClientCertificateSpec certificate, null) => [$"Deletes the client certificate {certificate.Name}, with its key."],
        (AccountSettingsSpec was, AccountSettingsSpec now) => [.. Settings(was, now)],
        (null, VpcLinkSpec link) => [$"Makes the VPC link {link.Name} to {link.TargetArn}{(link.Description is null ? "" : $": {DifferenceLine.Quoted(link.Description)}")}. AWS takes some minutes for it."],
        (null, VpcLinkV2Spec link) => [$"Makes the VPC link {link.Name} into {ChangeWords.Count(link.SubnetIds.Count, "subnet")} ({string.Join(", ", link.SubnetIds)}){(link.SecurityGroupIds is [] ? "" : $" with {string.Join(", ", link.SecurityGroupIds)}")}. AWS takes some minutes for it."],
        (VpcLinkSpec was, VpcLinkSpec now) => [$"Changes the VPC link {now.Name}.", .. Changed(("Name", was.Name, now.Name), ("Description", was.Description, now.Description), ("Load balancer", was.TargetArn, now.TargetArn))],
        (VpcLinkV2Spec was, VpcLinkV2Spec now) =>
        [
            $"Changes the VPC link {now.Name}.",
            .. Changed(("Name", was.Name, now.Name), ("Subnets", string.Join(", ", was.SubnetIds), string.Join(", ", now.SubnetIds)), ("Security groups", string.Join(", ", was.SecurityGroupIds), string.Join(", ", now.SecurityGroupIds))),
        ],
        (VpcLinkSpec or VpcLinkV2Spec, null) => [$"Deletes the {before.Label}: what calls through it fails from then on."],
        _ => throw new UnreachableException($"No words for {before?.Address} -> {after?.Address}."),
    };

    private static IEnumerable<string> Settings(AccountSettingsSpec was, AccountSettingsSpec now)
    {
        yield return "Changes API Gateway's settings of the account and Region.";

        if (was.LogRoleArn != now.LogRoleArn)
        {
            yield return now.LogRoleArn is null
                ? $"Takes the role away as which API Gateway writes logs (was {was.LogRoleArn}): stages of every API in this account and Region stop writing them."
                : $"API Gateway writes logs as {now.LogRoleArn} (was {was.LogRoleArn ?? "nobody: it could write none"}).";
        }
    }

    private static IEnumerable<string> Changed(params IEnumerable<(string What, string? Was, string? Now)> members) =>
        from member in members
        where member.Was != member.Now
        select $"{member.What}: {DifferenceLine.Quoted(member.Was)} -> {DifferenceLine.Quoted(member.Now)}.";
}
