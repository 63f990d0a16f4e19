using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Audit;

namespace Portal.Server.Audit;

internal sealed class GetAuditKeysHandler(SealingKeys keys) : IHandler<GetAuditKeys, AuditKeys>
{
    public Task<Answer<AuditKeys>> HandleAsync(GetAuditKeys request, CurrentUser user, CancellationToken cancellationToken) =>
        Task.FromResult<Answer<AuditKeys>>(new AuditKeys(keys.Public));
}
