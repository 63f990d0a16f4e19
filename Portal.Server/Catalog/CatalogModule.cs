using System.Text;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal static class CatalogModule
{
    public static void AddPortalCatalog(this IServiceCollection services)
    {
        services.AddScoped<IOwners, ApiOwners>();
        services.AddScoped<IFirstStep, FirstApi>();
        services.AddScoped<IFirstStep, FirstPublication>();
        services.AddScoped<IImporter, ApiImporter>();
        services.AddScoped<ApiViews>();
        services.AddScoped<RevisionFindings>();
        services.AddScoped<NewApi>();
        services.AddScoped<Revising>();
        services.AddScoped<RevisionMerge>();
        services.AddScoped<ITakesOver, TakenApi>();
        services.AddScoped<ITakesOver, TakenDocumentation>();
        services.AddScoped<DocumentIntake>();
        services.AddDocumentFetching();
        services.AddScoped<CatalogEntries>();
        services.AddScoped<PublishedApis>();
        services.AddScoped<ReferenceDocuments>();
        services.AddSingleton<ReferenceDocuments.Memory>();
    }

    public static void MapCatalog(this IEndpointRouteBuilder api)
    {
        MapApis(api);
        MapForDevelopers(api.MapGroup("/catalog").AllowAnonymous());
        MapRevisions(api.MapGroup("/apis/{id:guid}/revisions"));
    }

    private static void MapApis(IEndpointRouteBuilder api)
    {
        api.MapGet("/apis", (string? search, Guid? teamId, ApiStatus? status, Protocol? protocol, bool? takesKeys, Guid? connectionId, ApiOrder? order, bool? descending, int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(
                new ListApis
                {
                    Search = search,
                    TeamId = teamId,
                    Status = status,
                    Protocol = protocol,
                    TakesKeys = takesKeys ?? false,
                    ConnectionId = connectionId,
                    Order = order ?? ApiOrder.Name,
                    Descending = descending ?? false,
                    Skip = skip ?? 0,
                    Take = take ?? 50,
                },
                cancellationToken)).Asks<ListApis>();
        api.MapPost("/apis", (CreateApi request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request, cancellationToken, Created)).Asks<CreateApi>(StatusCodes.Status201Created);
        api.MapPost("/apis/import", (ImportApi request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request, cancellationToken, Imported)).Asks<ImportApi>(StatusCodes.Status201Created);
        api.MapPost("/apis/upload", async (HttpRequest http, IPortal portal, CancellationToken cancellationToken) =>
        {
            var form = await UploadForm.ReadAsync(http, cancellationToken);
            var request = new ImportApi
            {
                TeamId = form.Value<Guid>("teamId") ?? throw new BadHttpRequestException("Say in the field 'teamId' whose API it is."),
                Name = form.Text("name"),
                Protocol = form.Word<Protocol>("protocol") ?? Protocol.Rest,
                Document = form.Document,
            };

            return await portal.AnswerAsync(request, cancellationToken, Imported);
        }).Accepts<IFormFile>("multipart/form-data").Asks<ImportApi>(StatusCodes.Status201Created).WithName("UploadApi");

        api.MapGet("/apis/{id:guid}", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetApi(id), cancellationToken)).Asks<GetApi>();
        api.MapPut("/apis/{id:guid}", (Guid id, ChangeApi request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<ChangeApi>();
        api.MapDelete("/apis/{id:guid}", (Guid id, int version, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new DeleteApi(id, version), cancellationToken)).Asks<DeleteApi>();
        api.MapPost("/apis/{id:guid}/edits", (Guid id, EditRoutes request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request with { ApiId = id }, cancellationToken)).Asks<EditRoutes>();
        api.MapGet("/apis/{id:guid}/routes", (Guid id, int? revision, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetRoutes(id, revision), cancellationToken)).Asks<GetRoutes>();
        api.MapGet("/apis/{id:guid}/socket-routes", (Guid id, int? revision, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetSocketRoutes(id, revision), cancellationToken)).Asks<GetSocketRoutes>();
        api.MapGet("/apis/{id:guid}/security", (Guid id, int? revision, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetSecurity(id, revision), cancellationToken)).Asks<GetSecurity>();
        api.MapGet("/apis/{id:guid}/models", (Guid id, int? revision, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetModels(id, revision), cancellationToken)).Asks<GetModels>();
        api.MapGet("/apis/{id:guid}/models/{name}", (Guid id, string name, int? revision, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetModel(id, name, revision), cancellationToken)).Asks<GetModel>();
        api.MapGet("/apis/{id:guid}/gateway-responses", (Guid id, int? revision, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetGatewayResponses(id, revision), cancellationToken)).Asks<GetGatewayResponses>();
        api.MapGet("/apis/{id:guid}/cors", (Guid id, int? revision, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetCors(id, revision), cancellationToken)).Asks<GetCors>();
        api.MapGet("/apis/{id:guid}/findings", (Guid id, int? revision, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetFindings(id, revision), cancellationToken)).Asks<GetFindings>();
    }

    private static void MapRevisions(IEndpointRouteBuilder revisions)
    {
        revisions.MapGet("", (Guid id, int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ListRevisions { ApiId = id, Skip = skip ?? 0, Take = take ?? 50 }, cancellationToken)).Asks<ListRevisions>();
        revisions.MapPost("", (Guid id, ImportRevision request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request with { ApiId = id }, cancellationToken)).Asks<ImportRevision>();
        revisions.MapPost("/upload", async (Guid id, HttpRequest http, IPortal portal, CancellationToken cancellationToken) =>
        {
            var form = await UploadForm.ReadAsync(http, cancellationToken);

            return await portal.AnswerAsync(new ImportRevision { ApiId = id, Document = form.Document, Version = form.Value<int>("version"), KeepSettings = form.Value<bool>("keepSettings") ?? true, OnConflict = form.Word<MergeSide>("onConflict") }, cancellationToken);
        }).Accepts<IFormFile>("multipart/form-data").Asks<ImportRevision>().WithName("UploadRevision");

        revisions.MapPost("/preview", (Guid id, PreviewRevision request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request with { ApiId = id }, cancellationToken)).Asks<PreviewRevision>();
        revisions.MapPost("/{number:int}/restore", (Guid id, int number, RestoreRevision request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { ApiId = id, Number = number }, cancellationToken)).Asks<RestoreRevision>();
        revisions.MapGet("/{number:int}", (Guid id, int number, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetRevision(id, number), cancellationToken)).Asks<GetRevision>();
        revisions.MapGet("/{number:int}/document", (Guid id, int number, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetRevision(id, number), cancellationToken, Download)).AsksForFile<GetRevision>("application/json", "application/yaml").WithName("DownloadRevision");
    }

    /// <summary>For visitors too; what they may not see is not found.</summary>
    private static void MapForDevelopers(RouteGroupBuilder catalog)
    {
        catalog.MapGet("", (string? search, int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ListCatalog { Search = search, Skip = skip ?? 0, Take = take ?? 20 }, cancellationToken)).Asks<ListCatalog>();
        catalog.MapGet("/{api}", (string api, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetReference(api), cancellationToken)).Asks<GetReference>();
        catalog.MapGet("/{api}/operations/{operation}", (string api, string operation, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetReferenceOperation(api, operation), cancellationToken)).Asks<GetReferenceOperation>();
        catalog.MapGet("/{api}/schemas/{**schema}", (string api, string schema, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetReferenceSchema(api, schema), cancellationToken)).Asks<GetReferenceSchema>();
        catalog.MapGet("/{api}/document", (string api, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetPublishedDocument(api), cancellationToken, document => TypedResults.File(Encoding.UTF8.GetBytes(document.Json), "application/json", document.FileName)))
            .AsksForFile<GetPublishedDocument>("application/json");
    }

    private static IResult Created(ApiView api) => TypedResults.Created($"/api/v1/apis/{api.Id}", api);

    private static IResult Imported(RevisedApi revised) => TypedResults.Created($"/api/v1/apis/{revised.Api.Id}", revised);

    /// <summary>The document itself, letter for letter, as a file.</summary>
    private static IResult Download(RevisionText revision) => TypedResults.File(
        Encoding.UTF8.GetBytes(revision.Text),
        revision.Revision.Format is DocumentFormat.Json ? "application/json" : "application/yaml",
        $"openapi-{revision.Revision.Number}.{(revision.Revision.Format is DocumentFormat.Json ? "json" : "yaml")}");
}
