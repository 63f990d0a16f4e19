using Portal.Server.Platform;

namespace Portal.Server.Audit;

/// <summary>Adds a line to the database of the request, so that it is saved with the deed.</summary>
internal sealed class AuditTrail(PortalDb db, TimeProvider clock) : IAuditTrail
{
    public void Record(CurrentUser user, string deed, string subject, string? detail = null) => db.Add(new AuditEvent
    {
        At = clock.GetUtcNow(),
        By = user.Id,
        Deed = deed,
        Subject = Shortened(subject, 300),
        Detail = detail is null ? null : Shortened(detail, 2000),
    });

    private static string Shortened(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
