using Portal.Sandbox.ApiGateway.Tags;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.UsagePlans;

/// <summary>The plans that keys are put in.</summary>
internal static class UsagePlanOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateUsagePlan", "POST", "/usageplans", Create),
        new(Gateway.Service, "GetUsagePlans", "GET", "/usageplans", List),
        new(Gateway.Service, "GetUsagePlan", "GET", "/usageplans/{usageplan_id}", call => Answer.Ok(Whole(UsagePlanRules.Find(call.Region, call["usageplan_id"])), WireJson.Default.UsagePlan)),
        new(Gateway.Service, "UpdateUsagePlan", "PATCH", "/usageplans/{usageplan_id}", Update),
        new(Gateway.Service, "DeleteUsagePlan", "DELETE", "/usageplans/{usageplan_id}", Delete),
    ];

    private static Answer Create(Call call)
    {
        var body = call.Body;
        var plan = new UsagePlan
        {
            Id = Ids.Short(),
            Name = UsagePlanRules.Name(body.Text("name")),
            Description = body.Text("description"),
            ApiStages =
            [
                .. body.Objects("apiStages").Select(stage =>
                    UsagePlanRules.Stage(call.Region, stage.Text("apiId") ?? "", stage.Text("stage") ?? "", UsagePlanRules.MethodThrottles(stage.ObjectsByName("throttle")))),
            ],
            Throttle = UsagePlanRules.Throttle(body.Object("throttle")),
            Quota = UsagePlanRules.Quota(body.Object("quota")),
            Tags = TagRules.Checked(body.Texts("tags")),
        };
        Limits.Check(call.Region.UsagePlans.All.Count + 1, Limits.UsagePlans, "usage plans", "this account");
        UsagePlanRules.CheckMethodThrottles(plan);
        call.Region.UsagePlans.Put(plan.Id, plan);
        return Answer.Created(plan, WireJson.Default.UsagePlan);
    }

    private static Answer List(Call call)
    {
        var plans = call.Region.UsagePlans.All;
        if (call.Query["keyId"].ToString() is { Length: > 0 } keyId)
        {
            var ids = call.Region.ApiKeys.Find(keyId)?.UsagePlanIds ?? [];
            plans = Map<UsagePlan>.Of(plans.Where(pair => ids.Contains(pair.Key)));
        }

        return Answer.Ok(Page<UsagePlan>.Of(call, plans, plan => plan.Id, plan => plan), WireJson.Default.PageUsagePlan);
    }

    private static Answer Update(Call call)
    {
        var plan = UsagePlanRules.Find(call.Region, call["usageplan_id"]);
        var changed = UsagePlanPatch.Checked(PatchOperation.Of(call).Aggregate(plan, (state, patch) => UsagePlanPatch.Apply(call.Region, state, patch)));
        UsagePlanRules.CheckMethodThrottles(changed);
        foreach (var key in UsagePlanKeyOperations.KeysOf(call.Region, plan.Id))
        {
            UsagePlanRules.CheckOnePlanPerStage(call.Region, key, changed);
        }

        call.Region.UsagePlans.Put(changed.Id, changed);
        return Answer.Ok(Whole(changed), WireJson.Default.UsagePlan);
    }

    private static Answer Delete(Call call)
    {
        var plan = UsagePlanRules.Find(call.Region, call["usageplan_id"]);
        if (plan.ApiStages is [var stage, ..])
        {
            throw AwsError.BadRequest($"Cannot delete Usage Plan {plan.Id} because there are API Stages associated with it, including {stage.ApiId}:{stage.Stage}");
        }

        foreach (var key in UsagePlanKeyOperations.KeysOf(call.Region, plan.Id).ToArray())
        {
            call.Region.ApiKeys.Put(key with { UsagePlanIds = [.. key.UsagePlanIds.Where(id => id != plan.Id)] });
        }

        call.Region.UsagePlans.Remove(plan.Id);
        call.Region.Usage.Remove(plan.Id);
        return Answer.Accepted;
    }

    /// <summary>Get and update show tags where there are none; create and list leave them out then.</summary>
    private static UsagePlan Whole(UsagePlan plan) => plan with { Tags = plan.Tags ?? Map<string>.Empty };
}
