using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Audit;

namespace Portal.Server.Audit;

internal sealed class VerifyAuditHandler(PortalDb db, SealingKeys keys, IAuditTrail audit) : IHandler<VerifyAudit, AuditVerdict>
{
    public const string Deed = "audit.verify";

    public async Task<Answer<AuditVerdict>> HandleAsync(VerifyAudit request, CurrentUser user, CancellationToken cancellationToken)
    {
        var finding = await new TrailCheck(keys, HeadOrNull(request.Head)).RunAsync(SealedTrail.Of(db), cancellationToken);
        var unsealed = await db.Set<AuditEvent>().CountAsync(line => line.Number == null, cancellationToken);

        audit.Record(user, Deed, finding.FirstBad is { } bad ? $"line {bad} does not hold" : $"{finding.Lines} lines hold", finding.Why);
        await db.SaveChangesAsync(cancellationToken);

        return new AuditVerdict
        {
            IsWhole = finding.FirstBad is null,
            Lines = finding.Lines,
            Unsealed = unsealed,
            FirstBad = finding.FirstBad,
            Why = finding.Why,
            Head = finding.Last is { } last ? $"{last.Number}:{last.Hash}" : null,
        };
    }

    /// <summary>NUMBER:HASH, as the validator has it.</summary>
    public static TrailHead? HeadOrNull(string? text) => text?.Split(':') is [var number, var hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        ? new TrailHead(value, hash)
        : null;
}
