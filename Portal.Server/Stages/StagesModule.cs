using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Server.Traffic;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal static class StagesModule
{
    public static void AddPortalStages(this IServiceCollection services)
    {
        services.AddScoped<IOwners, StageOwners>();
        services.AddScoped<IFirstStep, FirstDeployment>();
        services.AddScoped<IFirstStep, FirstPromotion>();
        services.AddScoped<IApiStages, StagesOfApis>();
        services.AddSingleton<IMeasuredStages, StagesToMeasure>();
        services.AddScoped<IApiAddresses, StageAddresses>();
        services.AddScoped<IRunListener, DeploymentListener>();
        services.AddScoped<IRunListener, PromotionListener>();
        services.AddScoped<IRunListener, RemovalListener>();
        services.AddScoped<IStakes, StageStakes>();
        services.AddScoped<IImporter, StageImporter>();
        services.AddScoped<ITakesOver, TakenStage>();
        services.AddScoped<IBringsInStep, BringsStages>();
        services.AddScoped<DomainNaming>();
        services.AddScoped<StageViews>();
        services.AddScoped<StageSetupViews>();
        services.AddScoped<ReleaseChanges>();
        services.AddScoped<Promoting>();
        services.AddScoped<RollingBack>();
        services.AddScoped<StagePlaces>();
        services.AddScoped<StageCaller>();
        services.AddScoped<SocketCaller>();
        services.AddScoped<StageTrying>();
        services.AddHttpClient(StageCaller.Client)
            .RemoveAllLoggers()
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
    }

    public static void MapStages(this IEndpointRouteBuilder api)
    {
        api.MapGet("/apis/{id:guid}/stages", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new ListStages(id), cancellationToken)).Asks<ListStages>();
        api.MapPost("/apis/{id:guid}/stages", (Guid id, AddStage request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { ApiId = id }, cancellationToken, stage => TypedResults.Created($"/api/v1/stages/{stage.Id}", stage))).Asks<AddStage>(StatusCodes.Status201Created);

        api.MapGet("/apis/{id:guid}/promotions", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new ListPromotions(id), cancellationToken)).Asks<ListPromotions>();
        api.MapGet("/board", (string? search, int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetBoard { Search = search, Skip = skip ?? 0, Take = take ?? 25 }, cancellationToken)).Asks<GetBoard>();

        api.MapPost("/connections/{id:guid}/certificates/{awsId}/successor", (Guid id, string awsId, PointAtCertificate request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { ConnectionId = id, From = awsId }, cancellationToken)).Asks<PointAtCertificate>();
        api.MapGet("/connections/{id:guid}/domain-names", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new ListDomainNames(id), cancellationToken)).Asks<ListDomainNames>();
        api.MapPost("/connections/{id:guid}/domain-names", (Guid id, ProposeDomainName request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { ConnectionId = id }, cancellationToken, AccountRoutes.Proposed)).Asks<ProposeDomainName>(StatusCodes.Status201Created);
        api.MapPost("/connections/{id:guid}/domain-names/{domain:guid}/change", (Guid id, Guid domain, ProposeDomainNameChange request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { ConnectionId = id, Id = domain }, cancellationToken, AccountRoutes.Proposed)).Asks<ProposeDomainNameChange>(StatusCodes.Status201Created);
        api.MapPost("/connections/{id:guid}/domain-names/{domain:guid}/deletion", (Guid id, Guid domain, ProposeDomainNameDeletion request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { ConnectionId = id, Id = domain }, cancellationToken, AccountRoutes.Proposed)).Asks<ProposeDomainNameDeletion>(StatusCodes.Status201Created);

        api.MapGet("/stages/{id:guid}", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetStage(id), cancellationToken)).Asks<GetStage>();
        api.MapPut("/stages/{id:guid}", (Guid id, ChangeStage request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<ChangeStage>();
        api.MapPut("/stages/{id:guid}/position", (Guid id, MoveStage request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<MoveStage>();
        api.MapPut("/stages/{id:guid}/second-person", (Guid id, ProtectStage request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<ProtectStage>();
        api.MapGet("/stages/{id:guid}/settings", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetStageSetup(id), cancellationToken)).Asks<GetStageSetup>();
        api.MapPut("/stages/{id:guid}/settings", (Guid id, ChangeStageSetup request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<ChangeStageSetup>();
        api.MapPost("/stages/{id:guid}/settings/run", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ProposeStageSetup(id), cancellationToken, Proposed)).Asks<ProposeStageSetup>(StatusCodes.Status201Created);
        api.MapDelete("/stages/{id:guid}", (Guid id, int version, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new RemoveStage(id, version), cancellationToken)).Asks<RemoveStage>();
        api.MapGet("/stages/{id:guid}/releases", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new ListReleases(id), cancellationToken)).Asks<ListReleases>();
        api.MapGet("/stages/{id:guid}/address", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetStageAddress(id), cancellationToken)).Asks<GetStageAddress>();
        api.MapPost("/stages/{id:guid}/deployments", (Guid id, ProposeDeployment request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { StageId = id }, cancellationToken, Proposed)).Asks<ProposeDeployment>(StatusCodes.Status201Created);
        api.MapGet("/stages/{id:guid}/promotion", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new ReviewPromotion(id), cancellationToken)).Asks<ReviewPromotion>();
        api.MapPost("/stages/{id:guid}/promote", (Guid id, ProposePromotion request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { StageId = id }, cancellationToken, Proposed)).Asks<ProposePromotion>(StatusCodes.Status201Created);
        api.MapGet("/stages/{id:guid}/rollback", (Guid id, Guid? release, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new ReviewRollBack(id, release), cancellationToken)).Asks<ReviewRollBack>();
        api.MapPost("/stages/{id:guid}/rollback", (Guid id, RollBackStage request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { StageId = id }, cancellationToken, Proposed)).Asks<RollBackStage>(StatusCodes.Status201Created);
        api.MapPost("/stages/{id:guid}/removal", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ProposeRemoval(id), cancellationToken, Proposed)).Asks<ProposeRemoval>(StatusCodes.Status201Created);
        api.MapPost("/stages/{id:guid}/try", (Guid id, TryStage request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request with { StageId = id }, cancellationToken)).Asks<TryStage>();
        api.MapPost("/stages/{id:guid}/talk", (Guid id, TrySocket request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request with { StageId = id }, cancellationToken)).Asks<TrySocket>();
    }

    private static IResult Proposed(ProposedDeployment proposed) => TypedResults.Created($"/api/v1/runs/{proposed.RunId}", proposed);
}
