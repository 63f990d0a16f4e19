using FluentValidation.Results;
using Portal.Shared;

namespace Portal.Server.Platform;

/// <summary>What the way in itself refuses, and the words that every room uses for the same no.</summary>
internal static class Refusals
{
    public static Refusal NotSignedIn { get; } = new()
    {
        Kind = RefusalKind.NotSignedIn,
        Type = "urn:portal:platform:not-signed-in",
        Title = "You are not signed in.",
        Detail = "Sign in, or send a personal access token as 'Authorization: Bearer ...'.",
    };

    public static Refusal NotAllowed { get; } = new()
    {
        Kind = RefusalKind.NotAllowed,
        Type = "urn:portal:platform:not-allowed",
        Title = "Your role does not allow this.",
        Detail = "Ask an administrator of the portal for a role that does.",
    };

    public static Refusal NotFound { get; } = new()
    {
        Kind = RefusalKind.NotFound,
        Type = "urn:portal:platform:not-found",
        Title = "There is no such thing, or it is not yours.",
        Detail = "It may have been removed, or belong to a team that you are not in.",
    };

    public static Refusal ChangedMeanwhile { get; } = new()
    {
        Kind = RefusalKind.ChangedMeanwhile,
        Type = "urn:portal:platform:changed-meanwhile",
        Title = "Somebody else changed this while you were at it.",
        Detail = "Nothing of yours was saved and nothing of theirs was lost. Look at what it is now, then try again.",
    };

    public static Refusal TooOften { get; } = new()
    {
        Kind = RefusalKind.TooOften,
        Type = "urn:portal:platform:too-often",
        Title = "That was too often in a short time.",
        Detail = "Nothing was done. Wait a minute, then try again.",
    };

    public static Refusal JustTaken { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:platform:just-taken",
        Title = "Somebody else made the same thing at the same moment.",
        Detail = "Nothing of yours was saved. Look whether theirs will do, or choose another name.",
    };

    public static Refusal MailIsDelivered { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:platform:mail-is-delivered",
        Title = "Mails are delivered.",
        Detail = "A mail server is set, so none is shown here. Look into your own mailbox.",
    };

    public static Refusal MailboxClosed { get; } = new()
    {
        Kind = RefusalKind.NotAllowed,
        Type = "urn:portal:platform:mailbox-closed",
        Title = "The mailbox is not open to you.",
        Detail = "It is for administrators. Without signing in it opens only on the portal's own machine, while the sandbox is the one connection.",
    };

    public static Refusal MailNotFailed { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:platform:mail-not-failed",
        Title = "This mail was not given up.",
        Detail = "It was sent, or is tried again by itself. Look at its state.",
    };

    public static Refusal Malformed(string field, string fault) => Malformed(new Dictionary<string, IReadOnlyList<string>> { [field] = [fault] });

    public static Refusal Malformed(IEnumerable<ValidationFailure> failures) => Malformed(failures
        .GroupBy(failure => failure.PropertyName)
        .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(failure => failure.ErrorMessage).Distinct()]));

    private static Refusal Malformed(IReadOnlyDictionary<string, IReadOnlyList<string>> faults) => new()
    {
        Kind = RefusalKind.Malformed,
        Type = "urn:portal:platform:malformed",
        Title = "The request is not well formed.",
        Detail = string.Join(' ', faults.SelectMany(fault => fault.Value).Distinct()),
        Faults = faults,
    };
}
