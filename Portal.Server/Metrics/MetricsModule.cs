using System.Text;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Metrics;

namespace Portal.Server.Metrics;

internal static class MetricsModule
{
    public static void AddPortalMetrics(this IServiceCollection services)
    {
        services.AddScoped<TrafficRows>();
        services.AddScoped<ConsumerKeys>();
        services.AddScoped<ConsumerRows>();
        services.AddScoped<Collections>();
        services.AddScoped<SandboxTraffic>();
        services.AddHttpClient(SandboxTraffic.Client).RemoveAllLoggers().ConfigureHttpClient(client => client.Timeout = TimeSpan.FromMinutes(5));
        services.AddScoped<IFirstStep, FirstMeasurement>();
    }

    public static void MapMetrics(this IEndpointRouteBuilder api)
    {
        api.MapGet("/traffic", (string? last, DateTimeOffset? from, DateTimeOffset? to, string? search, int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetTraffic { Last = last, From = from, To = to, Search = search, Skip = skip ?? 0, Take = take ?? 25 }, cancellationToken)).Asks<GetTraffic>();
        api.MapPost("/traffic/made-up", (MakeTraffic request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request, cancellationToken)).Asks<MakeTraffic>();
        api.MapGet("/traffic/csv", (string? last, DateTimeOffset? from, DateTimeOffset? to, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ExportTraffic { Last = last, From = from, To = to }, cancellationToken, File)).AsksForFile<ExportTraffic>("text/csv");
        api.MapGet("/stages/{id:guid}/metrics", (Guid id, string? last, DateTimeOffset? from, DateTimeOffset? to, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new GetStageMetrics(id) { Last = last, From = from, To = to }, cancellationToken)).Asks<GetStageMetrics>();
        api.MapGet("/stages/{id:guid}/consumers", (Guid id, string? last, DateTimeOffset? from, DateTimeOffset? to, int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ListConsumers(id) { Last = last, From = from, To = to, Skip = skip ?? 0, Take = take ?? 25 }, cancellationToken)).Asks<ListConsumers>();
        api.MapGet("/stages/{id:guid}/consumers/csv", (Guid id, string? last, DateTimeOffset? from, DateTimeOffset? to, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ExportConsumers(id) { Last = last, From = from, To = to }, cancellationToken, File)).AsksForFile<ExportConsumers>("text/csv");
        api.MapGet("/stages/{id:guid}/metrics/csv", (Guid id, string? last, DateTimeOffset? from, DateTimeOffset? to, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ExportStageMetrics(id) { Last = last, From = from, To = to }, cancellationToken, File)).AsksForFile<ExportStageMetrics>("text/csv");
    }

    private static IResult File(MetricsFile file) => TypedResults.File(Encoding.UTF8.GetBytes(file.Text), "text/csv; charset=utf-8", file.Name);
}
