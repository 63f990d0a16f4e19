namespace Portal.Server.Platform;

/// <summary>Writes down who did what. The line is saved with the deed, in its transaction, or not at all.</summary>
internal interface IAuditTrail
{
    /// <param name="user">Who did it.</param>
    /// <param name="deed">What, as room.verb: "catalog.import".</param>
    /// <param name="subject">To what, by name; never a secret.</param>
    /// <param name="detail">More, where it helps an auditor; never a secret.</param>
    void Record(CurrentUser user, string deed, string subject, string? detail = null);
}
