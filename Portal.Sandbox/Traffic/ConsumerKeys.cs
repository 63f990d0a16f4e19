using System.Globalization;
using System.Security.Cryptography;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGateway.ApiKeys;
using Portal.Sandbox.ApiGateway.UsagePlans;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Traffic;

/// <summary>Makes keys for stages that demand one and that none opens: a plan without limits, and some consumers in it.</summary>
internal static class ConsumerKeys
{
    private const string PlanName = "Traffic";

    /// <summary>Ids of the keys that were made. For who holds the Region's gate.</summary>
    public static IReadOnlyList<string> Make(Region region, IReadOnlyList<CalledStage> stages, int count, DateTimeOffset now)
    {
        ApiStage[] closed = [.. stages
            .Where(stage => stage is { Consumers: [], TakesKeys: true })
            .Select(stage => new ApiStage { ApiId = stage.ApiId, Stage = stage.StageName })];
        if (count is 0 || closed is [])
        {
            return [];
        }

        UsagePlan plan = new() { Id = Ids.Short(), Name = PlanName, Description = "Made for generated traffic", ApiStages = closed };
        region.UsagePlans.Put(plan.Id, plan);
        List<string> made = [];
        for (var place = 1; place <= count; place++)
        {
            ApiKey key = new()
            {
                Id = Ids.Long(),
                Value = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 40),
                Name = string.Create(CultureInfo.InvariantCulture, $"consumer-{place:D2}"),
                Enabled = true,
                CreatedDate = now,
                LastUpdatedDate = now,
                StageKeys = [],
            };
            region.ApiKeys.Put(new() { Key = key, UsagePlanIds = [plan.Id] });
            made.Add(key.Id);
        }

        return made;
    }
}
