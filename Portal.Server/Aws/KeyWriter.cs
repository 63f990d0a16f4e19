using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Brings back what somebody else has changed about a key of the portal's.</summary>
internal sealed class KeyWriter(AwsClients aws, UsagePlans plans, ApiKeys keys, WriteRights rights)
{
    /// <summary>What is made here would have a value that nobody is told.</summary>
    public static GatewayRefusedException NotHere() =>
        new("CreateApiKey", "NotHere", "A key is issued where its owner sees its value, and ended where it is revoked; no change set makes or deletes one.", GatewayRefusal.Final);

    public async Task UpdateAsync(ApiKeySpec before, ApiKeySpec after, CancellationToken cancellationToken)
    {
        rights.DemandPath("UpdateApiKey", $"apikeys/{after.AwsId}");

        if (!before.Marked && after.Marked)
        {
            await Calls.AskAsync(aws.Writing.TagResourceAsync, new TagResourceRequest { ResourceArn = aws.Endpoint.ArnOf($"apikeys/{after.AwsId}"), Tags = new() { [RestApis.Mark] = after.Id } }, cancellationToken);
        }

        if (Patches(before, after).ToList() is { Count: > 0 } patches)
        {
            await Calls.AskAsync(aws.Writing.UpdateApiKeyAsync, new UpdateApiKeyRequest { ApiKey = after.AwsId, PatchOperations = patches }, cancellationToken);
        }

        await new LiveTags(aws).WriteAsync($"apikeys/{after.AwsId}", before.Tags, after.Tags.LettingGo(before.Tags), cancellationToken);

        if (before.InPlan != after.InPlan && await plans.OwnAsync("CreateUsagePlanKey", after.Plan, cancellationToken) is { } plan)
        {
            await (after.InPlan ? keys.PutIntoPlanAsync(Guid.Parse(after.Id), after.AwsId, plan.Id, cancellationToken) : keys.TakeOutOfPlanAsync(after.AwsId, plan.Id, cancellationToken));
        }

        // Only an undo takes the tag off again.
        if (before.Marked && !after.Marked)
        {
            await Calls.AskAsync(aws.Writing.UntagResourceAsync, new UntagResourceRequest { ResourceArn = aws.Endpoint.ArnOf($"apikeys/{after.AwsId}"), TagKeys = [RestApis.Mark] }, cancellationToken);
        }
    }

    private static IEnumerable<PatchOperation> Patches(ApiKeySpec before, ApiKeySpec after)
    {
        if (before.Name != after.Name)
        {
            yield return Replace("/name", after.Name);
        }

        if (before.Description != after.Description)
        {
            yield return Replace("/description", after.Description ?? "");
        }

        if (before.CustomerId != after.CustomerId)
        {
            yield return Replace("/customerId", after.CustomerId ?? "");
        }

        if (before.Enabled != after.Enabled)
        {
            yield return Replace("/enabled", after.Enabled ? "true" : "false");
        }
    }

    private static PatchOperation Replace(string path, string value) => new() { Op = Op.Replace, Path = path, Value = value };
}
