using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Plans;

namespace Portal.Server.Plans;

/// <summary>Takes usage plans that were found in AWS into the portal. A plan is taken whole or not at all: with a stage that the portal does not know, its next change would lose it.</summary>
internal sealed class PlanImporter(PortalDb db) : IImporter
{
    public Kind Kind => Kind.UsagePlan;

    public async Task<IReadOnlyDictionary<Guid, string>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await db.Set<UsagePlan>().Where(plan => ids.Contains(plan.Id) && plan.DeletedAt == null).ToDictionaryAsync(plan => plan.Id, plan => plan.Name, cancellationToken);

    public async Task<IReadOnlyDictionary<Address, Expected>> ExpectedAsync(Guid connection, CancellationToken cancellationToken)
    {
        var plans = await (
            from plan in db.Set<UsagePlan>()
            where plan.ConnectionId == connection && plan.DeletedAt == null
            join applied in db.Set<AppliedUsagePlan>() on plan.Id equals applied.PlanId
            select new { plan.Id, plan.Name }).ToListAsync(cancellationToken);

        return plans.ToDictionary(plan => UsagePlan.AddressOf(plan.Id), plan => new Expected(plan.Name, UsagePlan.AddressOf(plan.Id)));
    }

    public async Task TakeAsync(Import import, CancellationToken cancellationToken)
    {
        var names = (await db.Set<UsagePlan>().Where(plan => plan.TeamId == import.Team && plan.ConnectionId == import.Connection && plan.DeletedAt == null).Select(plan => plan.Name).ToListAsync(cancellationToken))
            .ToHashSet(StringComparer.Ordinal);

        foreach (var imported in import.Plans)
        {
            await TakeAsync(import, imported, names, cancellationToken);
        }
    }

    private async Task TakeAsync(Import import, ImportedPlan imported, HashSet<string> names, CancellationToken cancellationToken)
    {
        var plan = await db.Set<UsagePlan>().Include(plan => plan.Stages).SingleOrDefaultAsync(plan => plan.Id == imported.Id, cancellationToken);
        var applied = await db.Set<AppliedUsagePlan>().SingleOrDefaultAsync(applied => applied.PlanId == imported.Id, cancellationToken);

        // What the portal wrote itself is not taken from AWS: what differs there is drift.
        if (applied is not null && applied.RunId != Guid.Empty)
        {
            return;
        }

        if (WhyNotOrNull(imported, plan is null ? names : []) is { } why)
        {
            imported.Outcome = ImportOutcome.NotTaken;
            imported.Notes.Add(why);

            return;
        }

        var spec = SpecOf(imported);

        if (plan is not null && applied?.Spec == spec.Text)
        {
            return;
        }

        imported.Outcome = plan is null ? ImportOutcome.New : ImportOutcome.Changed;

        if (plan is null)
        {
            plan = New(import, imported);
            names.Add(plan.Name);
            db.Add(plan);
        }

        Take(plan, imported, import);

        if (applied is null)
        {
            db.Add(new AppliedUsagePlan { PlanId = plan.Id, Spec = spec.Text, At = import.At, By = import.By, RunId = Guid.Empty });
        }
        else
        {
            (applied.Spec, applied.At, applied.By, applied.RunId) = (spec.Text, import.At, import.By, Guid.Empty);
        }
    }

    private static string? WhyNotOrNull(ImportedPlan imported, HashSet<string> names)
    {
        var terms = imported.Found.Terms;
        var unknown = terms.Stages.Keys.Select(key => UsagePlanSpec.ForeignOf(key)!.Value).Where(stage => !imported.Stages.ContainsKey(stage)).Select(stage => $"{stage.StageName} of {stage.RestApiId}").ToList();

        return terms switch
        {
            _ when unknown is not [] => $"It has stages that are not imported ({string.Join(", ", unknown)}): import their APIs first, or with it.",
            { Name.Length: 0 or > PlanRules.LongestName } => $"Its name has to have between 1 and {PlanRules.LongestName} characters to be kept here.",
            { Description.Length: > 1000 } => "Its description is longer than 1,000 characters.",
            _ when names.Contains(terms.Name) => $"The team has another usage plan of the name {terms.Name} there.",
            _ => null,
        };
    }

    private static UsagePlanSpec SpecOf(ImportedPlan imported) => new(imported.Id.ToString())
    {
        Name = imported.Found.Terms.Name,
        Description = imported.Found.Terms.Description,
        Throttle = imported.Found.Terms.Throttle,
        Quota = imported.Found.Terms.Quota,
        Stages = new SortedMap<PlanStageSpec>(imported.Found.Terms.Stages.Select(stage => KeyValuePair.Create(KeyOf(imported, stage.Key), stage.Value))),
    };

    private static string KeyOf(ImportedPlan imported, string key)
    {
        var (api, stage) = imported.Stages[UsagePlanSpec.ForeignOf(key)!.Value];

        return UsagePlanSpec.StageKey(api.ToString(), stage.ToString());
    }

    private static UsagePlan New(Import import, ImportedPlan imported) => new()
    {
        Id = imported.Id,
        TeamId = import.Team,
        ConnectionId = import.Connection,
        Name = imported.Found.Terms.Name,
        Description = "",
        CreatedAt = import.At,
        UpdatedAt = import.At,
        UpdatedBy = import.By,
    };

    private static void Take(UsagePlan plan, ImportedPlan imported, Import import)
    {
        var terms = imported.Found.Terms;
        (plan.Name, plan.Description, plan.UpdatedAt, plan.UpdatedBy) = (terms.Name, terms.Description ?? "", import.At, import.By);
        (plan.RateLimit, plan.BurstLimit) = (terms.Throttle?.RateLimit, terms.Throttle?.BurstLimit);
        (plan.QuotaLimit, plan.QuotaPeriod, plan.QuotaOffset) = (terms.Quota?.Limit, terms.Quota is { } quota ? Enum.Parse<QuotaPeriod>(quota.Period, ignoreCase: true) : null, terms.Quota?.Offset);

        plan.Stages.Clear();
        plan.Stages.AddRange(terms.Stages.Select(stage =>
        {
            var (api, id) = imported.Stages[UsagePlanSpec.ForeignOf(stage.Key)!.Value];

            return new UsagePlanStage
            {
                PlanId = plan.Id,
                StageId = id,
                ApiId = api,
                Methods = [.. stage.Value.Methods.Select(method => new MethodLimit { Route = method.Key, RateLimit = method.Value.RateLimit, BurstLimit = method.Value.BurstLimit })],
            };
        }));
    }
}
