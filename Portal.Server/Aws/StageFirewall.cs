using Amazon.WAFV2.Model;

namespace Portal.Server.Aws;

/// <summary>Puts a web ACL before a stage, and takes it away. API Gateway shows it with the stage; the firewall's own service sets it.</summary>
internal sealed class StageFirewall(AwsClients aws)
{
    public async Task WriteAsync(string restApiId, string stage, string? before, string? after, CancellationToken cancellationToken)
    {
        var arn = aws.Endpoint.StageArn(restApiId, stage);

        if (before == after)
        {
            return;
        }

        if (after is null)
        {
            await Calls.AskAsync(aws.Firewall.DisassociateWebACLAsync, new DisassociateWebACLRequest { ResourceArn = arn }, cancellationToken);
        }
        else
        {
            await Calls.AskAsync(aws.Firewall.AssociateWebACLAsync, new AssociateWebACLRequest { ResourceArn = arn, WebACLArn = after }, cancellationToken);
        }
    }
}
