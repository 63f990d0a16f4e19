using Portal.Sandbox.ApiGateway.ApiKeys;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.UsagePlans;

/// <summary>Which keys are in which plan. A membership is kept with the key, so it ends with the key.</summary>
internal static class UsagePlanKeyOperations
{
    private const string Template = "/usageplans/{usageplanId}/keys";
    private const string KeyType = "API_KEY";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateUsagePlanKey", "POST", Template, Create),
        new(Gateway.Service, "GetUsagePlanKeys", "GET", Template, List),
        new(Gateway.Service, "GetUsagePlanKey", "GET", $"{Template}/{{keyId}}", call => Answer.Ok(Shown(Find(call)), WireJson.Default.UsagePlanKey)),
        new(Gateway.Service, "DeleteUsagePlanKey", "DELETE", $"{Template}/{{keyId}}", Delete),
    ];

    public static IEnumerable<ApiKeyEntry> KeysOf(Region region, string planId) => region.ApiKeys.All.Values.Where(entry => entry.UsagePlanIds.Contains(planId));

    /// <summary>The key of a call's path, which must be in the plan of its path.</summary>
    public static ApiKeyEntry Find(Call call)
    {
        var entry = ApiKeyOperations.Find(call.Region, call["keyId"]);
        var plan = UsagePlanRules.Find(call.Region, call["usageplanId"]);
        return entry.UsagePlanIds.Contains(plan.Id) ? entry : throw AwsError.NotFound("Invalid API Key identifier specified");
    }

    private static Answer Create(Call call)
    {
        if (call.Body.Text("keyType") is not KeyType)
        {
            throw AwsError.BadRequest("Invalid Usage Plan Key type specified. Must be one of [API_KEY]");
        }

        var entry = ApiKeyOperations.Find(call.Region, call.Body.Text("keyId") ?? "");
        var plan = UsagePlanRules.Find(call.Region, call["usageplanId"]);
        if (entry.UsagePlanIds.Contains(plan.Id))
        {
            throw AwsError.Conflict($"API Key {entry.Id} is already in Usage Plan {plan.Id}");
        }

        call.Region.ApiKeys.Put(UsagePlanRules.Joined(call.Region, entry, plan));
        return Answer.Created(Shown(entry), WireJson.Default.UsagePlanKey);
    }

    /// <summary>A plan that is not there has an empty list, as at the service.</summary>
    private static Answer List(Call call)
    {
        var name = call.Query["name"].ToString();
        var found = KeysOf(call.Region, call["usageplanId"]).Where(entry => name is "" || entry.Key.Name?.StartsWith(name, StringComparison.Ordinal) is true);
        return Answer.Ok(
            Page<UsagePlanKey>.Of(call, Map<ApiKeyEntry>.Of(found.Select(entry => KeyValuePair.Create(entry.Id, entry))), entry => entry.Id, Shown),
            WireJson.Default.PageUsagePlanKey);
    }

    private static Answer Delete(Call call)
    {
        var entry = Find(call);
        call.Region.ApiKeys.Put(entry with { UsagePlanIds = [.. entry.UsagePlanIds.Where(id => id != call["usageplanId"])] });
        return Answer.Accepted;
    }

    private static UsagePlanKey Shown(ApiKeyEntry entry) => new(entry.Id, KeyType, entry.Key.Value!, entry.Key.Name);
}

/// <summary>A key as a member of a plan; its value is always shown.</summary>
internal sealed record UsagePlanKey(string Id, string Type, string Value, string? Name);
