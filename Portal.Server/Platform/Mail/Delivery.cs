namespace Portal.Server.Platform.Mail;

/// <summary>How a try to send a mail ended.</summary>
internal abstract record Delivery
{
    internal sealed record Done : Delivery;

    /// <summary>Nobody needs it any more.</summary>
    internal sealed record Pointless : Delivery;

    internal sealed record Refused(string Why, bool WorthRetry) : Delivery;
}
