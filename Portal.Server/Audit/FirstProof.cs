using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Audit;

internal sealed class FirstProof(PortalDb db) : IFirstStep
{
    public FirstStep Step => FirstStep.Prove;

    public Task<bool> IsDoneAsync(CurrentUser user, CancellationToken cancellationToken) => db.Set<AuditEvent>().AnyAsync(line => line.Deed == VerifyAuditHandler.Deed, cancellationToken);
}
