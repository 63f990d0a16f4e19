using System.Diagnostics;
using Portal.Server.Gateway;
using Portal.Shared.Connections;

namespace Portal.Server.Sync;

/// <summary>Shows what was found in an account, and what became of what was imported.</summary>
internal static class ImportViews
{
    public static FoundApiView View(FoundThings found, FoundApi api, ImportedApi? compared)
    {
        var standing = StandingOf(found, api.Path, api.Mark);
        var changed = compared is not null && (compared.Outcome is not ImportOutcome.Unchanged || compared.Stages.Any(stage => stage.Outcome is not ImportOutcome.Unchanged));

        return new FoundApiView
        {
            AwsId = api.AwsId,
            Name = api.Name,
            EndpointType = api.EndpointType,
            Stages = [.. api.Stages.Select(stage => stage.Name)],
            IsLooked = api.IsLooked,
            Standing = changed ? FoundStanding.Changed : standing,
            ApiId = found.IdOf(api.Path, api.Mark),
            OwnedBy = api.Owner?.Words,
            Notes = changed ? [.. Differences(compared!)] : [],
        };
    }

    public static FoundPlanView View(FoundThings found, FoundPlan plan, ImportedPlan? compared) => new()
    {
        AwsId = plan.AwsId,
        Name = plan.Terms.Name,
        Stages = [.. plan.Terms.Stages.Keys.Select(key => UsagePlanSpec.ForeignOf(key)!.Value).Select(stage => $"{stage.StageName} of {NameOf(found, stage.RestApiId)}")],
        RestApis = [.. plan.Terms.Stages.Keys.Select(key => UsagePlanSpec.ForeignOf(key)!.Value.RestApiId).Distinct()],
        Standing = compared is { Outcome: ImportOutcome.Changed } ? FoundStanding.Changed : StandingOf(found, plan.Path, plan.Mark),
        PlanId = found.IdOf(plan.Path, plan.Mark),
        OwnedBy = plan.Owner?.Words,
    };

    public static FoundThingView View(FoundThings found, FoundThing thing) => new()
    {
        Path = thing.Path,
        What = AccountThingKinds.Word(thing.Spec.Address.Kind),
        Name = AccountNames.Of(thing.Spec),
        Standing = StandingOf(found, thing.Path, thing.Mark),
        OwnedBy = thing.Owner?.Words,
    };

    public static IEnumerable<ImportedView> Of(Import import) =>
    [
        .. import.Apis.SelectMany(api => api.Stages.Select(stage => Of("Stage", stage.Found.Name, stage, api.Id)).Prepend(Of("API", api.Found.Name, api, null))),
        .. import.Plans.Select(plan => Of("Usage plan", plan.Found.Terms.Name, plan, null)),
        .. import.Things.Select(thing => Of(AccountThingKinds.Word(thing.Found.Spec.Address.Kind), AccountNames.Of(thing.Found.Spec), thing, null)),
    ];

    /// <summary>What the portal has on a connection, and AWS has not. Of APIs whose stages were not asked for, no stage is called gone.</summary>
    /// <param name="importers">Who knows what there should be.</param>
    /// <param name="connection">The connection's id.</param>
    /// <param name="found">What there is.</param>
    /// <param name="stagesAlone">Whether nothing but stages of the APIs that were looked at is told.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public static async Task<IReadOnlyList<GoneView>> GoneAsync(this IEnumerable<IImporter> importers, Guid connection, FoundThings found, bool stagesAlone, CancellationToken cancellationToken)
    {
        var looked = found.Account.Apis.Where(api => api.IsLooked).Select(api => found.IdOf(api.Path, api.Mark)?.ToString()).OfType<string>().ToHashSet();
        var there = found.Account.Apis.SelectMany(api => api.Stages.Select(stage => found.IdOf(stage.Path, stage.Mark)).Append(found.IdOf(api.Path, api.Mark)))
            .Concat(found.Account.Plans.Select(plan => found.IdOf(plan.Path, plan.Mark)))
            .Concat(found.Account.Things.Select(thing => found.IdOf(thing.Path, thing.Mark)))
            .OfType<Guid>()
            .Select(id => id.ToString())
            .ToHashSet();
        var gone = new List<GoneView>();

        foreach (var importer in importers.OrderBy(importer => importer.Kind))
        {
            gone.AddRange(
                from expected in await importer.ExpectedAsync(connection, cancellationToken)
                where !there.Contains(expected.Key.Id)
                    && (expected.Key.Kind is Kind.Stage ? looked.Contains(expected.Value.Of.Id) || (!stagesAlone && !there.Contains(expected.Value.Of.Id)) : !stagesAlone)
                orderby expected.Key.Kind, expected.Value.Name
                select new GoneView(What(expected.Key.Kind), expected.Value.Name));
        }

        return gone;
    }

    private static IEnumerable<string> Differences(ImportedApi compared)
    {
        if (compared.Outcome is not ImportOutcome.Unchanged)
        {
            yield return "Its definition is none of the revisions that the portal has.";
        }

        foreach (var stage in compared.Stages.Where(stage => stage.Outcome is not ImportOutcome.Unchanged))
        {
            yield return stage.Outcome is ImportOutcome.New ? $"The stage {stage.Found.Name} is new." : $"The stage {stage.Found.Name} has changed.";
        }
    }

    private static ImportedView Of(string what, string name, Imported imported, Guid? api) => new()
    {
        What = what,
        Name = name,
        Id = imported.Outcome is ImportOutcome.NotTaken ? null : imported.Id,
        ApiId = api,
        Result = ResultOf(imported.Outcome),
        Notes = imported.Notes,
    };

    private static ImportResult ResultOf(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.New => ImportResult.New,
        ImportOutcome.Changed => ImportResult.Changed,
        ImportOutcome.Unchanged => ImportResult.Unchanged,
        ImportOutcome.NotTaken => ImportResult.NotTaken,
        _ => throw new UnreachableException(),
    };

    private static FoundStanding StandingOf(FoundThings found, string path, string? mark) => (found.IdOf(path, mark), mark) switch
    {
        (null, null) => FoundStanding.New,
        (null, _) => FoundStanding.Elsewhere,
        (_, null) => FoundStanding.Imported,
        _ => FoundStanding.Ours,
    };

    private static string NameOf(FoundThings found, string restApiId) => found.Account.Apis.FirstOrDefault(api => api.AwsId == restApiId)?.Name ?? restApiId;

    private static string What(Kind kind) => kind switch
    {
        Kind.RestApi or Kind.HttpApi or Kind.WebSocketApi => "API",
        Kind.Stage => "Stage",
        Kind.UsagePlan => "Usage plan",
        _ => AccountThingKinds.Word(kind),
    };
}
