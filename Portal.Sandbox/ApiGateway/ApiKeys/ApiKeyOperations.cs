using Portal.Sandbox.ApiGateway.Tags;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.ApiKeys;

/// <summary>The credentials of callers.</summary>
internal static class ApiKeyOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateApiKey", "POST", "/apikeys", Create),
        ImportApiKeys.Operation,
        new(Gateway.Service, "GetApiKeys", "GET", "/apikeys", List),
        new(Gateway.Service, "GetApiKey", "GET", "/apikeys/{api_Key}", Get),
        new(Gateway.Service, "UpdateApiKey", "PATCH", "/apikeys/{api_Key}", Update),
        new(Gateway.Service, "DeleteApiKey", "DELETE", "/apikeys/{api_Key}", Delete),
    ];

    public static ApiKeyEntry Find(Region region, string id) => region.ApiKeys.Find(id) ?? throw AwsError.NotFound("Invalid API Key identifier specified");

    private static Answer Create(Call call)
    {
        var body = call.Body;
        var key = new ApiKey
        {
            // generateDistinctId is without effect: an id that is the value would put the value into every path and log.
            Id = Ids.Long(),
            Value = ApiKeyRules.Value(body.Text("value")),
            Name = ApiKeyRules.Name(body.Text("name")),
            CustomerId = body.Text("customerId"),
            Description = ApiKeyRules.Description(body.Text("description")),
            Enabled = body.Flag("enabled") ?? false,
            CreatedDate = call.Now,
            LastUpdatedDate = call.Now,
            StageKeys = [.. body.Objects("stageKeys").Select(stage => ApiKeyRules.StageKey(call, stage.Text("restApiId") ?? "", stage.Text("stageName") ?? "")).Distinct()],
            Tags = TagRules.Checked(body.Texts("tags")),
        };
        if (call.Region.ApiKeys.FindValue(key.Value!) is not null)
        {
            throw AwsError.Conflict("API Key already exists");
        }

        Limits.Check(call.Region.ApiKeys.All.Count + 1, Limits.ApiKeys, "API keys", "this account");
        call.Region.ApiKeys.Put(new() { Key = key });
        return Answer.Created(key, WireJson.Default.ApiKey);
    }

    private static Answer List(Call call)
    {
        var name = call.Query["name"].ToString();
        var customer = call.Query["customerId"].ToString();
        var found = call.Region.ApiKeys.All.Where(pair =>
            (name is "" || pair.Value.Key.Name?.StartsWith(name, StringComparison.Ordinal) is true)
            && (customer is "" || pair.Value.Key.CustomerId == customer));
        var withValues = IsTrue(call, "includeValues");
        return Answer.Ok(Page<ApiKey>.Of(call, Map<ApiKeyEntry>.Of(found), entry => entry.Id, entry => entry.Key.Shown(withValues)), WireJson.Default.PageApiKey);
    }

    private static Answer Get(Call call) => Answer.Ok(Find(call.Region, call["api_Key"]).Key.Shown(IsTrue(call, "includeValue")), WireJson.Default.ApiKey);

    private static Answer Update(Call call)
    {
        var entry = Find(call.Region, call["api_Key"]);
        var key = PatchOperation.Of(call).Aggregate(entry.Key, (state, patch) => ApiKeyPatch.Apply(call, state, patch)) with { LastUpdatedDate = call.Now };
        call.Region.ApiKeys.Put(entry with { Key = key });
        return Answer.Ok(key.Shown(withValue: false), WireJson.Default.ApiKey);
    }

    private static Answer Delete(Call call)
    {
        call.Region.ApiKeys.Remove(Find(call.Region, call["api_Key"]).Id);
        return Answer.Accepted;
    }

    private static bool IsTrue(Call call, string name) => call.Query[name].ToString().Equals("true", StringComparison.OrdinalIgnoreCase);
}
