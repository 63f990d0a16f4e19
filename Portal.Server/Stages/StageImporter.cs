using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>Takes stages that were found in AWS into the pipelines of their APIs, with what each serves as its release.</summary>
internal sealed class StageImporter(PortalDb db) : IImporter
{
    public Kind Kind => Kind.Stage;

    public async Task<IReadOnlyDictionary<Guid, string>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await db.Set<Stage>().Where(stage => ids.Contains(stage.Id)).ToDictionaryAsync(stage => stage.Id, stage => stage.Name, cancellationToken);

    /// <summary>Stages that run something, and their APIs.</summary>
    public async Task<IReadOnlyDictionary<Address, Expected>> ExpectedAsync(Guid connection, CancellationToken cancellationToken)
    {
        var running = await (
            from stage in db.Set<Stage>()
            where stage.ConnectionId == connection && stage.ReleaseId != null
            join api in db.Set<Api>() on stage.ApiId equals api.Id
            select new { Stage = stage.Id, stage.Name, Api = api.Id, api.Protocol, ApiName = api.Name }).ToListAsync(cancellationToken);

        return running.Select(row => (Address: new Address(Kind.Stage, row.Stage.ToString()), Expected: new Expected($"{row.Name} of {row.ApiName}", new Address(Api.KindOf(row.Protocol), row.Api.ToString()))))
            .Concat(running.DistinctBy(row => row.Api).Select(row => (Name: row.ApiName, Address: new Address(Api.KindOf(row.Protocol), row.Api.ToString()))).Select(api => (api.Address, Expected: new Expected(api.Name, api.Address))))
            .ToDictionary(pair => pair.Address, pair => pair.Expected);
    }

    public async Task TakeAsync(Import import, CancellationToken cancellationToken)
    {
        foreach (var api in import.Apis)
        {
            if (api.Outcome is ImportOutcome.NotTaken)
            {
                api.Stages.ToList().ForEach(stage => stage.Outcome = ImportOutcome.NotTaken);
                continue;
            }

            var last = await db.Set<Stage>().Where(stage => stage.ApiId == api.Id).Select(stage => (int?)stage.Position).MaxAsync(cancellationToken);
            var next = (last ?? -1) + 1;

            foreach (var imported in api.Stages)
            {
                var stage = await db.Set<Stage>().SingleOrDefaultAsync(stage => stage.Id == imported.Id, cancellationToken);

                if (stage is null)
                {
                    imported.Outcome = ImportOutcome.New;
                    stage = New(import, api.Id, imported, next++);
                    db.Add(stage);
                }

                // What the portal made itself is not taken from AWS: what differs there is drift.
                if (!stage.IsImported)
                {
                    continue;
                }

                Take(stage, imported);
                await ReleaseAsync(stage, imported, import, cancellationToken);

                if (imported.Found.LeftAlone is { Count: > 0 } leftAlone)
                {
                    imported.Notes.Add($"Left as it is, because the portal does not set it: {string.Join(", ", leftAlone)}.");
                }
            }
        }
    }

    private static Stage New(Import import, Guid api, ImportedStage imported, int position) => new()
    {
        Id = imported.Id,
        ApiId = api,
        ConnectionId = import.Connection,
        Name = imported.Found.Name,
        Position = position,
        Variables = imported.Found.Variables.ToDictionary(),
        Description = imported.Found.Description,
        IsImported = true,
        OwnAccessLog = imported.Found.AccessLog,
        Settings = imported.Found.Settings,
        CreatedAt = import.At,
    };

    private static void Take(Stage stage, ImportedStage imported)
    {
        var found = imported.Found;

        if (JsonMap.Comparer.Equals(stage.Variables, found.Variables.ToDictionary()) && stage.Description == found.Description && stage.OwnAccessLog == found.AccessLog && stage.SettingsText == found.Settings?.Text)
        {
            return;
        }

        imported.Outcome = imported.Outcome is ImportOutcome.New ? ImportOutcome.New : ImportOutcome.Changed;
        (stage.Variables, stage.Description, stage.OwnAccessLog, stage.Settings) = (found.Variables.ToDictionary(), found.Description, found.AccessLog, found.Settings);
    }

    private async Task ReleaseAsync(Stage stage, ImportedStage imported, Import import, CancellationToken cancellationToken)
    {
        if (imported is not { Revision: { } revision, Deployment: { } deployment })
        {
            return;
        }

        var running = stage.ReleaseId is { } id ? await db.Set<Release>().AsNoTracking().SingleOrDefaultAsync(release => release.Id == id, cancellationToken) : null;

        if (running is not null && running.Deployment == deployment && JsonMap.Comparer.Equals(running.Variables, stage.Variables) && running.SettingsText == stage.SettingsText)
        {
            return;
        }

        var release = new Release
        {
            Id = Guid.CreateVersion7(),
            StageId = stage.Id,
            RevisionId = revision,
            Deployment = deployment,
            Variables = new Dictionary<string, string>(stage.Variables),
            Settings = stage.Settings,
            RunId = Guid.Empty,
            Cause = ReleaseCause.Imported,
            FromStageId = null,
            Restores = null,
            By = import.By,
            At = import.At,
        };

        db.Add(release);
        stage.ReleaseId = release.Id;
        imported.Outcome = imported.Outcome is ImportOutcome.New ? ImportOutcome.New : ImportOutcome.Changed;
    }
}
