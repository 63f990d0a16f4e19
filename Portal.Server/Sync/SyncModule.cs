using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Server.Sync.Bundles;
using Portal.Server.Sync.Drift;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Sync;
using Quartz;

namespace Portal.Server.Sync;

internal static class SyncModule
{
    public static void AddSync(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Sync").Get<SyncOptions>() ?? new SyncOptions();

        if (options.Faults().ToList() is { Count: > 0 } faults)
        {
            throw new InvalidOperationException(string.Join(' ', faults));
        }

        services.AddSingleton(options);
        services.AddScoped<IChangeRuns, ChangeRuns>();
        services.AddSingleton<IKeyWrites, KeyWrites>();
        services.AddScoped<IOwners, RunOwners>();
        services.AddScoped<ImportReading>();
        services.AddScoped<IImporter, ThingImporter>();
        services.AddScoped<IRunListener, AdoptionListener>();
        services.AddScoped<Obstacles>();
        services.AddSingleton<IDefinitionWords, DefinitionWords>();
        services.AddScoped<RunViews>();
        services.AddSingleton<CallBudget>();
        services.AddSingleton<ICallPace, CallPace>();
        services.AddSingleton<Journal>();
        services.AddSingleton<RunEnding>();
        services.AddSingleton<Applier>();
        services.AddSingleton<ConnectionWork>();
        services.AddSingleton<Coordinator>();
        services.AddQuartz();
        services.AddQuartzHostedService(hosting => hosting.WaitForJobsToComplete = true);
        services.AddHostedService<ResumeRuns>();
        services.AddBundles();
        services.AddDrift(configuration);
    }

    public static void MapSync(this IEndpointRouteBuilder api)
    {
        api.MapDrift();
        api.MapBundles();
        api.MapGet("/runs", (RunState? state, string? subject, Guid? connection, int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ListRuns { State = state, Subject = subject, Connection = connection, Skip = skip ?? 0, Take = take ?? 25 }, cancellationToken)).Asks<ListRuns>();
        api.MapGet("/runs/{id:guid}", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetRun(id), cancellationToken)).Asks<GetRun>();
        api.MapGet("/runs/{id:guid}/text", (Guid id, int? most, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetRunAsText(id) { Most = most ?? RunText.Comment }, cancellationToken, run => TypedResults.Text(run.Markdown, "text/markdown"))).AsksForFile<GetRunAsText>("text/markdown");
        api.MapGet("/runs/{id:guid}/patch", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetRunPatch(id), cancellationToken)).Asks<GetRunPatch>();
        api.MapGet("/runs/{id:guid}/steps/{ordinal:int}", (Guid id, int ordinal, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetStepText(id, ordinal), cancellationToken)).Asks<GetStepText>();

        api.MapGet("/connections/{id:guid}/import", (Guid id, int? leftOut, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new PreviewImport(id) { LeftOut = leftOut ?? 0 }, cancellationToken)).Asks<PreviewImport>();
        api.MapPost("/connections/{id:guid}/import", (Guid id, ImportAccount request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { ConnectionId = id }, cancellationToken)).Asks<ImportAccount>();
        api.MapPost("/connections/{id:guid}/adoption", (Guid id, ProposeAdoption request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { ConnectionId = id }, cancellationToken)).Asks<ProposeAdoption>();

        api.MapPost("/runs/{id:guid}/approve", (Guid id, ApproveRun request, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(request with { Id = id }, cancellationToken)).Asks<ApproveRun>();
        api.MapPost("/runs/{id:guid}/cancel", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new CancelRun(id), cancellationToken)).Asks<CancelRun>();
        api.MapPost("/runs/{id:guid}/retry", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new RetryRun(id), cancellationToken)).Asks<RetryRun>();
        api.MapPost("/runs/{id:guid}/undo", (Guid id, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ProposeUndo(id), cancellationToken, run => TypedResults.Created($"/api/v1/runs/{run.Id}", run))).Asks<ProposeUndo>(StatusCodes.Status201Created);
    }
}
