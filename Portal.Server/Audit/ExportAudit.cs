using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Audit;

namespace Portal.Server.Audit;

internal sealed class ExportAuditHandler(PortalDb db, IServiceScopeFactory scopes, IAuditTrail audit) : IHandler<ExportAudit, AuditExport>
{
    public async Task<Answer<AuditExport>> HandleAsync(ExportAudit request, CurrentUser user, CancellationToken cancellationToken)
    {
        audit.Record(user, "audit.export", "the audit trail");
        await db.SaveChangesAsync(cancellationToken);

        return new AuditExport(LinesAsync());
    }

    /// <summary>Read as it is sent, when the request's own scope is over.</summary>
    private async IAsyncEnumerable<string> LinesAsync()
    {
        await using var scope = scopes.CreateAsyncScope();

        await foreach (var line in SealedTrail.Of(scope.ServiceProvider.GetRequiredService<PortalDb>()))
        {
            yield return line!.ToText();
        }
    }
}
