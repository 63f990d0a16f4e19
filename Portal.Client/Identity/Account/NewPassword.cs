using Portal.Shared.Identity;

namespace Portal.Client.Identity.Account;

/// <summary>What is said beside a field for a new password, on whichever page it stands.</summary>
internal static class NewPassword
{
    public static string Hint { get; } = $"At least {IdentityRules.LeastPassword} characters; long beats complicated.";
}
