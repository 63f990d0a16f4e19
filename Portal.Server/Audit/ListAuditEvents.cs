using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Audit;

namespace Portal.Server.Audit;

internal sealed class ListAuditEventsHandler(PortalDb db, IPeopleNames people) : IHandler<ListAuditEvents, Page<AuditLine>>
{
    public async Task<Answer<Page<AuditLine>>> HandleAsync(ListAuditEvents request, CurrentUser user, CancellationToken cancellationToken)
    {
        var lines = Matching(request);
        var rows = await lines.OrderByDescending(line => line.Id).Skip(request.Skip).Take(request.Take).ToListAsync(cancellationToken);
        var names = await people.OfAsync([.. rows.Select(line => line.By)], cancellationToken);

        return new Page<AuditLine>
        {
            Total = await lines.CountAsync(cancellationToken),
            Items = [.. rows.Select(line => new AuditLine
            {
                Number = line.Number,
                At = line.At,
                By = line.By,
                Name = line.By == Guid.Empty ? "the portal" : names[line.By],
                Deed = line.Deed,
                Subject = line.Subject,
                Detail = line.Detail,
            })],
        };
    }

    private IQueryable<AuditEvent> Matching(ListAuditEvents request)
    {
        var lines = db.Set<AuditEvent>().AsNoTracking();

        if (request.Words?.Trim() is { Length: > 0 } words)
        {
            var pattern = Like.Holding(words);
            lines = lines.Where(line => EF.Functions.Like(line.Subject, pattern, Like.Escape) || (line.Detail != null && EF.Functions.Like(line.Detail, pattern, Like.Escape)));
        }

        if (request.Deed?.Trim() is { Length: > 0 } deed)
        {
            lines = lines.Where(line => line.Deed.StartsWith(deed));
        }

        return lines.Where(line =>
            (request.By == null || line.By == request.By)
            && (request.From == null || line.At >= request.From)
            && (request.Until == null || line.At < request.Until));
    }
}
