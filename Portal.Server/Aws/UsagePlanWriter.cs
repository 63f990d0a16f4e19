using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Writes a usage plan. AWS takes one UpdateUsagePlan in 20 seconds, so all that changes in a plan is one PATCH.</summary>
internal sealed class UsagePlanWriter(AwsClients aws, UsagePlans plans)
{
    private readonly LiveTags _tags = new(aws);

    /// <summary>A plan that bears this very mark was made by an earlier call that was cut: it is brought to what is wanted.</summary>
    public async Task CreateAsync(UsagePlanSpec after, CancellationToken cancellationToken)
    {
        if (await plans.OwnAsync("UpdateUsagePlan", after.Id, cancellationToken) is { } earlier)
        {
            await UpdateAsync(await plans.ToSpecAsync(after.Id, earlier, cancellationToken), after, cancellationToken);

            return;
        }

        var stages = await plans.Stages.FindAsync("CreateUsagePlan", after.Stages.Keys, cancellationToken);
        var made = await Calls.AskAsync(aws.Writing.CreateUsagePlanAsync, new CreateUsagePlanRequest
        {
            Name = after.Name,
            Description = after.Description,
            Throttle = after.Throttle is { } throttle ? PlanStages.Of(throttle) : null,
            Quota = after.Quota is { } quota ? new QuotaSettings { Limit = quota.Limit, Period = quota.Period, Offset = quota.Offset } : null,
            ApiStages = [.. after.Stages.Select(stage => new ApiStage { ApiId = stages[stage.Key].ApiId, Stage = stages[stage.Key].Stage, Throttle = Methods(stage.Value) })],
            Tags = LiveTags.With(after.Id, after.Tags),
        }, cancellationToken);

        plans.Remember(after.Id, made.Id);
    }

    public async Task UpdateAsync(UsagePlanSpec before, UsagePlanSpec after, CancellationToken cancellationToken)
    {
        if (await plans.OwnAsync("UpdateUsagePlan", after.Id, cancellationToken) is not { } live)
        {
            throw new GatewayRefusedException("UpdateUsagePlan", Calls.NotFound, "The usage plan does not exist in this account and Region, or lost its tag portal:id.", GatewayRefusal.Final);
        }

        var keys = before.Stages.Keys.Union(after.Stages.Keys).Where(key => !UsagePlanPatch.IsSame(before, after, key));
        var patch = UsagePlanPatch.Of(before, after, await plans.Stages.FindAsync("UpdateUsagePlan", keys, cancellationToken));

        if (patch is not [])
        {
            await PatchAsync(live.Id, patch, cancellationToken);
        }

        await _tags.WriteAsync($"usageplans/{live.Id}", LiveTags.Of(live.Tags), after.Tags, cancellationToken);
    }

    /// <summary>AWS deletes no plan that has stages: they are taken out first, whatever is in it by now.</summary>
    public async Task DeleteAsync(UsagePlanSpec before, CancellationToken cancellationToken)
    {
        if (await plans.OwnAsync("DeleteUsagePlan", before.Id, cancellationToken) is not { } live)
        {
            return;
        }

        if (live.ApiStages is { Count: > 0 } stages)
        {
            await PatchAsync(live.Id, [.. stages.Select(UsagePlanPatch.Removal)], cancellationToken);
        }

        await Calls.DeleteAsync(aws.Writing.DeleteUsagePlanAsync, new DeleteUsagePlanRequest { UsagePlanId = live.Id }, cancellationToken);
        plans.Forget(before.Id);
    }

    private Task<UpdateUsagePlanResponse> PatchAsync(string id, List<PatchOperation> patch, CancellationToken cancellationToken) =>
        Calls.AskAsync(aws.Writing.UpdateUsagePlanAsync, new UpdateUsagePlanRequest { UsagePlanId = id, PatchOperations = patch }, cancellationToken);

    private static Dictionary<string, ThrottleSettings>? Methods(PlanStageSpec stage) => stage.Methods.Count is 0
        ? null
        : stage.Methods.ToDictionary(method => PlanStages.MethodKeyOf(method.Key), method => PlanStages.Of(method.Value));
}
