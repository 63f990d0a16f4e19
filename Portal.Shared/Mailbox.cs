using FluentValidation;

namespace Portal.Shared;

/// <summary>
/// Shows the mails that wait because no mail server is set, with links minted now: to an administrator, and to whoever sits at the machine itself while the portal works with its sandbox alone.
/// </summary>
[Demands(Policies.Anyone)]
[Limited(120)]
public sealed record OpenMailbox : IRequest<Mailbox>;

public sealed record Mailbox
{
    /// <summary>The newest 50, the newest first.</summary>
    public required IReadOnlyList<MailboxLetter> Letters { get; init; }
}

public sealed record MailboxLetter
{
    public required Guid Id { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    /// <summary>Where its link leads, below the portal's own address.</summary>
    public required string Path { get; init; }

    public required DateTimeOffset At { get; init; }

    public override string ToString() => $"{nameof(MailboxLetter)} {{ {Subject} }}";
}

/// <summary>Lists the portal's mails and what came of each, the newest first; without their text and links.</summary>
[Demands(Policies.ManagePeople)]
public sealed record ListMails : IRequest<Page<MailRow>>
{
    public int Skip { get; init; }

    /// <summary>1 to 200.</summary>
    public int Take { get; init; } = 50;
}

public sealed class ListMailsValidator : AbstractValidator<ListMails>
{
    public ListMailsValidator()
    {
        RuleFor(request => request.Skip).InclusiveBetween(0, 1_000_000).WithMessage("Skip 0 or more.");
        RuleFor(request => request.Take).InclusiveBetween(1, 200).WithMessage("Take 1 to 200 at once.");
    }
}

public sealed record MailRow
{
    public required Guid Id { get; init; }

    /// <summary>Which mail it is, as room.purpose: "identity.confirmation".</summary>
    public required string Template { get; init; }

    public required Guid PersonId { get; init; }

    public required string Person { get; init; }

    public required MailState State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? SentAt { get; init; }

    public required DateTimeOffset? NextTryAt { get; init; }

    public required int Tries { get; init; }

    /// <summary>Why the last try failed.</summary>
    public required string? Why { get; init; }
}

public enum MailState
{
    /// <summary>To be sent, now or once more.</summary>
    Waiting,

    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>Given up.</summary>
    Failed,

    /// <summary>Nobody needed it any more when its time came.</summary>
    Void,
}

/// <summary>Sends a mail once more that was given up.</summary>
[Demands(Policies.ManagePeople)]
public sealed record RetryMail(Guid Id) : IRequest<Nothing>;
