using Portal.Shared;

namespace Portal.Server.Identity;

/// <summary>Every refusal this room can give, in one place, so that its words and its types stay of one voice.</summary>
internal static class Refusals
{
    public static Refusal AlreadySetUp { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:identity:already-set-up",
        Title = "The portal has its administrator.",
        Detail = "Sign in, or ask the administrator for an invitation.",
    };

    public static Refusal WrongCode { get; } = new()
    {
        Kind = RefusalKind.NotAllowed,
        Type = "urn:portal:identity:wrong-code",
        Title = "This is not the one-time code.",
        Detail = "The server has written the code to its log at start. It is not needed on the machine itself.",
    };

    public static Refusal WrongSignIn { get; } = new()
    {
        Kind = RefusalKind.NotAllowed,
        Type = "urn:portal:identity:wrong-sign-in",
        Title = "E-mail address or password is wrong.",
        Detail = "Try again. After five failures the account is locked for a while.",
    };

    public static Refusal LockedOut { get; } = new()
    {
        Kind = RefusalKind.TooOften,
        Type = "urn:portal:identity:locked-out",
        Title = "Too many failed attempts.",
        Detail = "The account is locked for five minutes. Then try again.",
    };

    public static Refusal EmailTaken { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:identity:email-taken",
        Title = "There is an account with this e-mail address.",
        Detail = "Look for it in the list of people, or use another address.",
    };

    public static Refusal LastAdministrator { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:identity:last-administrator",
        Title = "This is the last administrator.",
        Detail = "Make somebody else an administrator first.",
    };

    public static Refusal VoidInvitation { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:identity:void-invitation",
        Title = "This link does not work any more.",
        Detail = "It was used, or it is too old. Ask an administrator for a new one.",
    };

    public static Refusal VoidConfirmation { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:identity:void-confirmation",
        Title = "This link does not work.",
        Detail = "It is older than a day, a newer mail took its place, or a part of it got lost on the way. Have a new one sent to you.",
    };

    public static Refusal Unconfirmed { get; } = new()
    {
        Kind = RefusalKind.NotAllowed,
        Type = "urn:portal:identity:unconfirmed",
        Title = "Your address is not confirmed yet.",
        Detail = "Open the link in the mail that was sent to you, or have it sent again.",
    };

    public static Refusal RegistrationClosed { get; } = new()
    {
        Kind = RefusalKind.NotAllowed,
        Type = "urn:portal:identity:registration-closed",
        Title = "Nobody can register here by themselves.",
        Detail = "Ask an administrator of this portal for an account.",
    };

    public static Refusal ConfirmedAlready { get; } = new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:identity:confirmed-already",
        Title = "This address is confirmed.",
        Detail = "Nothing was sent: the person can sign in.",
    };

    public static Refusal WrongPassword { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:identity:wrong-password",
        Title = "The current password is wrong.",
        Detail = "Nothing was changed.",
    };

    public static Refusal NoSuchTeam { get; } = new()
    {
        Kind = RefusalKind.Unacceptable,
        Type = "urn:portal:identity:no-such-team",
        Title = "There is no such team.",
        Detail = "It may have been removed meanwhile.",
    };

    public static Refusal TeamNameTaken(string name) => new()
    {
        Kind = RefusalKind.Conflict,
        Type = "urn:portal:identity:team-name-taken",
        Title = "A team with this name exists.",
        Detail = $"Choose another name than '{name}'.",
    };
}
