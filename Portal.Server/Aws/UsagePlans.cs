using System.Collections.Concurrent;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Finds and reads the usage plan that bears the portal's id as its tag. AWS's id is remembered, so that looking again costs one call instead of a list.</summary>
internal sealed class UsagePlans(AwsClients aws, PlanStages stages, KnownBook known, WriteRights rights)
{
    private readonly ConcurrentDictionary<string, string> _ids = new();
    private readonly ConcurrentDictionary<string, string> _last = new();

    public PlanStages Stages => stages;

    public async Task<UsagePlanSpec?> ReadAsync(string plan, CancellationToken cancellationToken) =>
        await FindAsync(plan, cancellationToken) is { } live ? await ToSpecAsync(plan, live, cancellationToken) : null;

    /// <summary>As it is now, to be written; null where none bears the mark. Throws where it is not the portal's to write.</summary>
    public async Task<UsagePlan?> OwnAsync(string operation, string plan, CancellationToken cancellationToken)
    {
        var found = await FindAsync(plan, cancellationToken);
        rights.Demand(operation, plan);

        return found;
    }

    /// <summary>As it is now; null where none bears the mark.</summary>
    public async Task<UsagePlan?> FindAsync(string plan, CancellationToken cancellationToken) =>
        await RememberedAsync(plan, cancellationToken) ?? await ListedAsync(plan, cancellationToken);

    public async Task<UsagePlanSpec> ToSpecAsync(string plan, UsagePlan live, CancellationToken cancellationToken) =>
        ToSpec(plan, live, await stages.ToSpecsAsync(live.ApiStages ?? [], cancellationToken));

    public static UsagePlanSpec ToSpec(string plan, UsagePlan live, SortedMap<PlanStageSpec> stages) => new(plan)
    {
        Name = live.Name ?? "",
        Description = string.IsNullOrEmpty(live.Description) ? null : live.Description,
        Throttle = live.Throttle is { } throttle ? PlanStages.ToSpec(throttle) : null,
        Quota = live.Quota is { } quota ? new QuotaSpec { Limit = quota.Limit ?? 0, Period = quota.Period?.Value ?? "", Offset = quota.Offset ?? 0 } : null,
        Stages = stages,
        Tags = LiveTags.Of(live.Tags),
    };

    /// <summary>All of the account and Region, whoever's they are.</summary>
    public static Task<List<UsagePlan>> AllAsync(AwsClients aws, CancellationToken cancellationToken) => Calls.AllAsync(async position =>
    {
        var page = await Calls.AskAsync(aws.Reading.GetUsagePlansAsync, new GetUsagePlansRequest { Limit = Calls.PageSize, Position = position }, cancellationToken);

        return (page.Items, page.Position);
    });

    public void Remember(string plan, string id) => _ids[plan] = _last[plan] = id;

    /// <summary>AWS's id as it was last seen, whether or not the plan is still there.</summary>
    public string? LastIdOf(string plan) => _last.GetValueOrDefault(plan);

    public void Forget(string plan)
    {
        _ids.TryRemove(plan, out _);
        rights.Forget(plan);
    }

    private async Task<UsagePlan?> RememberedAsync(string plan, CancellationToken cancellationToken)
    {
        if (!_ids.TryGetValue(plan, out var id))
        {
            return null;
        }

        try
        {
            var answer = await Calls.AskAsync(aws.Reading.GetUsagePlanAsync, new GetUsagePlanRequest { UsagePlanId = id }, cancellationToken);

            if ((answer.Tags?.GetValueOrDefault(RestApis.Mark) ?? known.PlanOf(id)) == plan)
            {
                rights.See(plan, $"usageplans/{id}", answer.Tags);

                return new UsagePlan
                {
                    Id = answer.Id,
                    Name = answer.Name,
                    Description = answer.Description,
                    Throttle = answer.Throttle,
                    Quota = answer.Quota,
                    ApiStages = answer.ApiStages,
                    ProductCode = answer.ProductCode,
                    Tags = answer.Tags,
                };
            }
        }
        catch (GatewayRefusedException refused) when (refused.Code is Calls.NotFound)
        {
            // Deleted by somebody else; another may bear the mark by now.
        }

        Forget(plan);

        return null;
    }

    private async Task<UsagePlan?> ListedAsync(string plan, CancellationToken cancellationToken)
    {
        var all = await AllAsync(aws, cancellationToken);

        // A plan without tags is listed without the member. AWS says no date of a plan; of two with one mark, the first by id is taken each time.
        List<(UsagePlan Plan, string Mark)> marked =
        [
            .. from item in all
               let mark = item.Tags?.GetValueOrDefault(RestApis.Mark) ?? known.PlanOf(item.Id)
               where mark is not null
               orderby item.Id descending
               select (item, mark),
        ];

        foreach (var (item, mark) in marked)
        {
            Remember(mark, item.Id);
            rights.See(mark, $"usageplans/{item.Id}", item.Tags);
        }

        return marked.LastOrDefault(item => item.Mark == plan).Plan;
    }
}
