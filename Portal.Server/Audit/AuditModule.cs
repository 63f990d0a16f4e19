using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Audit;

namespace Portal.Server.Audit;

internal static class AuditModule
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddScoped<IAuditTrail, AuditTrail>();
        services.AddScoped<IFirstStep, FirstProof>();
        services.AddSingleton(provider => SealingKeys.OfPortal(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<DataFolder>()));
        services.AddRounds<TrailSealer>();
    }

    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit");

        audit.MapGet("", (string? words, string? deed, Guid? by, DateTimeOffset? from, DateTimeOffset? until, int? skip, int? take, IPortal portal, CancellationToken cancellationToken) =>
            portal.AnswerAsync(new ListAuditEvents { Words = words, Deed = deed, By = by, From = from, Until = until, Skip = skip ?? 0, Take = take ?? 25 }, cancellationToken)).Asks<ListAuditEvents>();
        audit.MapPost("/verify", (VerifyAudit request, IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(request, cancellationToken)).Asks<VerifyAudit>();
        audit.MapGet("/keys", (IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new GetAuditKeys(), cancellationToken)).Asks<GetAuditKeys>();
        audit.MapGet("/export", (IPortal portal, CancellationToken cancellationToken) => portal.AnswerAsync(new ExportAudit(), cancellationToken, Lines)).AsksForFile<ExportAudit>("application/jsonl");
    }

    private static IResult Lines(AuditExport export) => TypedResults.Stream(
        async stream =>
        {
            await using var writer = new StreamWriter(stream) { NewLine = "\n" };

            await foreach (var line in export.Lines)
            {
                await writer.WriteLineAsync(line);
            }
        },
        "application/jsonl",
        "audit-trail.jsonl");
}
