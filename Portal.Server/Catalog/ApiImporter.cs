using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog.Documents;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>Takes APIs that were found in AWS into the catalog: the working definition as a revision, and what a stage serves otherwise as one before it.</summary>
internal sealed class ApiImporter(PortalDb db, IDefinitionWords words) : IImporter
{
    private const int MostNamed = 5;
    private const int MostCompared = 10;

    public Kind Kind => Kind.RestApi;

    public async Task<IReadOnlyDictionary<Guid, string>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await db.Set<Api>().Where(api => ids.Contains(api.Id)).ToDictionaryAsync(api => api.Id, api => api.Name, cancellationToken);

    /// <summary>Where an API runs is known to the right.</summary>
    public Task<IReadOnlyDictionary<Address, Expected>> ExpectedAsync(Guid connection, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Address, Expected>>(new Dictionary<Address, Expected>());

    public async Task TakeAsync(Import import, CancellationToken cancellationToken)
    {
        var names = new FreeNames(db, import.Team);

        foreach (var imported in import.Apis)
        {
            await TakeAsync(import, imported, names, cancellationToken);
        }
    }

    private async Task TakeAsync(Import import, ImportedApi imported, FreeNames names, CancellationToken cancellationToken)
    {
        var definition = imported.Definition.Definition;
        var api = await db.Set<Api>().SingleOrDefaultAsync(api => api.Id == imported.Id, cancellationToken);

        // What the portal made itself is not taken from AWS: what differs there is drift.
        if (api is { NameInAws: null })
        {
            return;
        }

        imported.Notes.AddRange(imported.Definition.Notes);

        if (SourceDocument.Read(FoundDocument.Of(definition, imported.Definition.Documentation)) is ReadOutcome.Unreadable unreadable)
        {
            imported.Outcome = ImportOutcome.NotTaken;
            imported.Notes.Add($"Its document could not be read again: {unreadable.WithPlace}");

            return;
        }

        if (api is null)
        {
            imported.Outcome = ImportOutcome.New;
            api = await NewAsync(import, imported, definition, names, cancellationToken);
            db.Add(api);
        }

        var kept = await KeptAsync(api, cancellationToken);

        // What a stage serves that is not the working definition comes first: the latest is what would be deployed next.
        foreach (var (stages, text) in Exported(imported, api, definition))
        {
            var spec = api.Project(text).Spec!;
            var served = kept.FirstOrDefault(revision => revision.Spec?.Text == spec.Text).Id ?? Revise(api, text, $"What {string.Join(" and ", stages.Select(stage => stage.Found.Name))} served when it was imported, as AWS exports it.", import).Id;
            stages.ForEach(stage => (stage.Revision, stage.Deployment) = (served, DeploymentSpec.IdOf(spec)));
        }

        if (kept.FirstOrDefault(revision => revision.Spec?.Text == definition.Text) is { Id: { } same })
        {
            Serve(imported, api, same, definition);

            return;
        }

        imported.Outcome = imported.Outcome is ImportOutcome.New ? ImportOutcome.New : ImportOutcome.Changed;

        var document = ApiRevision.Read(FoundDocument.Faithful(definition, imported.Definition.Documentation, text => api.Project(ApiRevision.Read(text)).Spec));
        var revision = Revise(api, document, kept is [] ? "Imported as it was found in AWS." : "Taken over as it was found in AWS.", import);
        var projection = api.Project(document);

        if (projection.Spec?.Text != definition.Text)
        {
            imported.Notes.Add(Lost(projection, definition));
        }

        Serve(imported, api, revision.Id, projection.Spec ?? definition);
    }

    /// <summary>The latest revisions of an API, with what each is in AWS: what is found there may be one of them, and need not be the latest.</summary>
    private async Task<List<(Guid? Id, DefinitionSpec? Spec)>> KeptAsync(Api api, CancellationToken cancellationToken)
    {
        var revisions = await db.Set<ApiRevision>().AsNoTracking()
            .Where(revision => revision.ApiId == api.Id)
            .OrderByDescending(revision => revision.Number)
            .Take(MostCompared)
            .Select(revision => new { revision.Id, revision.Text })
            .ToListAsync(cancellationToken);

        return [.. revisions.Select(revision => ((Guid?)revision.Id, api.Project(ApiRevision.Read(revision.Text)).Spec))];
    }

    private static async Task<Api> NewAsync(Import import, ImportedApi imported, DefinitionSpec definition, FreeNames names, CancellationToken cancellationToken) => new()
    {
        Id = imported.Id,
        TeamId = import.Team,
        Name = await names.OfCatalogAsync(imported.Found.Name, cancellationToken),
        AwsName = await names.OfAddressAsync(imported.Found.Name, cancellationToken),
        NameInAws = definition.NameInAws,
        Description = definition.About is { } description ? description[..Math.Min(description.Length, 2000)] : "",
        Protocol = imported.Found.Kind switch { Kind.HttpApi => Protocol.Http, Kind.WebSocketApi => Protocol.WebSocket, _ => Protocol.Rest },
        EndpointType = Enum.Parse<EndpointType>(imported.Found.EndpointType, ignoreCase: true),
        Status = ApiStatus.Draft,
        LatestRevision = 0,
        CreatedAt = import.At,
        UpdatedAt = import.At,
    };

    private ApiRevision Revise(Api api, SourceDocument document, string summary, Import import)
    {
        var revision = api.Revise(new IncomingDocument(document, RevisionSource.Account, null), summary, CurrentUser.Portal with { Id = import.By }, import.At);
        db.Add(revision);

        return revision;
    }

    /// <summary>Stages that serve the working definition serve this revision; of the others it is said already, or not known.</summary>
    /// <param name="imported">The API with its stages.</param>
    /// <param name="api">Its entry.</param>
    /// <param name="revision">The revision that is the working definition.</param>
    /// <param name="definition">The working definition, as the revision says it.</param>
    private static void Serve(ImportedApi imported, Api api, Guid revision, DefinitionSpec definition)
    {
        foreach (var stage in imported.Stages.Where(stage => stage.Revision is null))
        {
            switch (stage.Found.DeploymentId is { } id ? imported.Definition.Deployments.GetValueOrDefault(id) : null)
            {
                case FoundDeployment.Ours(var ours) when ours == DeploymentSpec.IdOf(definition):
                case FoundDeployment.Working:
                case FoundDeployment.Exported(var export) when ExportedDefinition.IsOf(api, export, definition):
                    (stage.Revision, stage.Deployment) = (revision, DeploymentSpec.IdOf(definition));
                    break;
                case FoundDeployment.NotKnown(var why):
                    stage.Notes.Add($"What it serves is not known, because AWS did not export it ({why}): the first deployment says what it changes against the working definition.");
                    break;
                case null:
                    stage.Notes.Add("It serves no deployment.");
                    break;
                default:
                    stage.Notes.Add("It serves something else than the working definition, which the portal cannot say.");
                    break;
            }
        }
    }

    /// <summary>Exports that are not the working definition, with the stages that serve them.</summary>
    private static IEnumerable<(List<ImportedStage> Stages, SourceDocument Document)> Exported(ImportedApi imported, Api api, DefinitionSpec definition) =>
        from stage in imported.Stages
        where stage.Found.DeploymentId is not null
        group stage by stage.Found.DeploymentId into serving
        let export = imported.Definition.Deployments.GetValueOrDefault(serving.Key) as FoundDeployment.Exported
        where export is not null && !ExportedDefinition.IsOf(api, export.Document, definition)
        let document = ExportedDefinition.Read(export.Document)
        where document is not null && api.Project(document).Spec is not null
        select (serving.ToList(), document);

    private string Lost(Projection projection, DefinitionSpec definition)
    {
        const string said = "A document cannot say all of it: deploying it from the portal would change this";

        if (projection.Spec is not { } spec)
        {
            return "Its document cannot be deployed as it stands: see the findings of the API.";
        }

        var (routes, settings) = words.Between(definition, spec);
        List<string> all = [.. routes.Select(route => route.Sentence), .. settings];

        return all.Count <= MostNamed
            ? $"{said}: {string.Join(' ', all)}"
            : string.Create(CultureInfo.InvariantCulture, $"{said}, and {all.Count - MostNamed} things more: {string.Join(' ', all.Take(MostNamed))}");
    }
}
