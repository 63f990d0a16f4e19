using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Plans;

namespace Portal.Server.Plans;

internal static class PlansModule
{
    public static void AddPortalPlans(this IServiceCollection services)
    {
        services.AddScoped<IOwners, UsagePlanOwners>();
        services.AddScoped<IFirstStep, FirstUsagePlan>();
        services.AddScoped<IRunListener, UsagePlanListener>();
        services.AddScoped<IImporter, PlanImporter>();
        services.AddScoped<ITakesOver, TakenUsagePlan>();
        services.AddScoped<IBringsInStep, BringsPlans>();
        services.AddScoped<StagesOfPlans>();
        services.AddScoped<UsagePlanViews>();
        services.AddScoped<PlanProposals>();
        services.AddScoped<PlanNotes>();
    }

    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        api.MapGet("/plans", (string? search, Guid? connectionId, Guid? apiId, int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ListUsagePlans { Search = search, ConnectionId = connectionId, ApiId = apiId, Skip = skip ?? 0, Take = take ?? 50 }, cancellationToken)).Asks<ListUsagePlans>();
        api.MapPost("/plans", (CreateUsagePlan request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request, cancellationToken, plan => TypedResults.Created($"/api/v1/plans/{plan.Id}", plan))).Asks<CreateUsagePlan>(StatusCodes.Status201Created);

        api.MapGet("/plans/{id:guid}", (Guid id, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetUsagePlan(id), cancellationToken)).Asks<GetUsagePlan>();
        api.MapPut("/plans/{id:guid}", (Guid id, ChangeUsagePlan request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<ChangeUsagePlan>();
        api.MapPut("/plans/{id:guid}/availability", (Guid id, OfferUsagePlan request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<OfferUsagePlan>();
        api.MapDelete("/plans/{id:guid}", (Guid id, int version, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new DeleteUsagePlan(id, version), cancellationToken)).Asks<DeleteUsagePlan>();
        api.MapPost("/plans/{id:guid}/changes", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ProposeUsagePlan(id), cancellationToken, proposed => TypedResults.Created($"/api/v1/runs/{proposed.RunId}", proposed))).Asks<ProposeUsagePlan>(StatusCodes.Status201Created);
    }
}
