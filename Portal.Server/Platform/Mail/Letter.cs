namespace Portal.Server.Platform.Mail;

/// <summary>A mail as its reader sees it. It lives as long as it is being sent or shown; its link is minted for that.</summary>
internal sealed record Letter
{
    public required string To { get; init; }

    public required string ToName { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    /// <summary>Below the portal's own address.</summary>
    public required string Path { get; init; }

    /// <summary>To somebody who may do more than a developer: not for the eyes of whoever happens to be at the machine.</summary>
    public required bool ToStaff { get; init; }

    public override string ToString() => $"{nameof(Letter)} {{ {Subject} }}";
}

/// <summary>Writes the letters of one name; a room brings those that it sends.</summary>
internal interface IMailTemplate
{
    string Name { get; }

    /// <summary>Null where it has become pointless: the person is gone, or has done what it asks for.</summary>
    Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken cancellationToken);
}
